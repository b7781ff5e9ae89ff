import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { back, go } from '@/client/routes';
import type { Answer, Service } from '@/domain/cases';
import { Button, Icon, Notice, Page, Progress } from '@/ui';

import type { UsePrefill } from '../parts/use-prefill';
import { Asked } from './asked';
import { CheckStep } from './check-step';
import { copy } from './copy';
import { lookAfter } from './looks';
import { PaperStep } from './paper-step';
import { QuestionHead } from './question-head';
import { leftOpen, problemOn, screenAfter, screensOf, shownOn } from './screens';
import { firstOpen, type Step } from './steps';
import type { UseFilling } from './use-filling';

interface WizardProps {
  service: Service;
  filling: UseFilling;
  prefill: UsePrefill;
  startAt: string | undefined;
  today: string;
  /** it was handed over under this id: delivered, or waiting for a signal */
  onHanded: (id: string) => void;
}

/** Screen after screen; `null` is the last one, where everything is read once more. */
export function Wizard(props: WizardProps) {
  const { service, filling, startAt, today } = props;
  const { steps, answers, use } = filling;
  const [at, setAt] = useState<string | null>(() => beginning(filling, startAt, today));
  // opened from the last screen to change one thing: it leads back there
  const [changing, setChanging] = useState(false);
  const [olderRead, setOlderRead] = useState(false);
  const screens = screensOf(service, steps);
  const index = screens.findIndex((one) => one.steps.some(({ id }) => id === at));
  const screen = screens[index];

  if (!screen) {
    const change = (id: string) => {
      setChanging(true);
      setAt(id);
    };
    const before = screens[screens.length - 1];
    return (
      <CheckStep
        {...props}
        onChange={change}
        onBack={() => (before ? setAt(before.id) : back())}
        note={<Older use={use} read={olderRead} onRead={() => setOlderRead(true)} />}
      />
    );
  }
  const shown = shownOn(screen, answers);
  const forward = () => {
    // an answer known before becomes the person's own by going on; what is left out is left out on purpose
    for (const id of leftOpen(shown, use.form.answers)) use.answer(id, knownOr(answers[id]));
    const others = steps.filter((step) => !screen.steps.includes(step));
    const next = changing
      ? firstOpen(others, answers, filling, today)
      : screenAfter(screens, index, use.form, filling, today);
    setAt(next?.id ?? null);
    if (!next) setChanging(false);
    const look = lookAfter(service, shown, answers, use.form.id);
    if (look !== null) go(look);
  };
  const previous = screens[index - 1];
  return (
    <Screen
      key={screen.id}
      {...props}
      shown={shown}
      index={index}
      total={screens.length}
      last={changing || index === screens.length - 1}
      changing={changing}
      onNext={forward}
      onBack={changing ? () => setAt(null) : previous ? () => setAt(previous.id) : null}
    >
      <Older use={use} read={olderRead} onRead={() => setOlderRead(true)} />
    </Screen>
  );
}

/** Where one begins: the question asked for, the first one, or where the form was left. */
function beginning(filling: UseFilling, startAt: string | undefined, today: string): string | null {
  const { steps, use } = filling;
  if (steps.some(({ id }) => id === startAt)) return startAt as string;
  const fresh = Object.keys(use.form.answers).length === 0 && use.form.files.length === 0;
  if (fresh) return steps[0]?.id ?? null;
  // what was known before, but not seen by the person yet, is still to be seen
  return firstOpen(steps, use.form.answers, filling, today)?.id ?? null;
}

interface OlderProps {
  use: UseFilling['use'];
  read: boolean;
  onRead: () => void;
}

/** The service file was changed since: what could not be carried over is said. */
function Older({ use: { gone }, read, onRead }: OlderProps) {
  if (gone.length === 0 || read) return null;
  return (
    <Notice
      tone="ask"
      icon="flag"
      title={copy.older.title}
      action={{ text: copy.older.read, onPress: onRead }}
      inset
      live
    >
      {copy.older.line(gone.length)}
    </Notice>
  );
}

interface ScreenProps extends WizardProps {
  /** what is asked on it */
  shown: readonly Step[];
  index: number;
  total: number;
  /** what comes next is the last screen */
  last: boolean;
  changing: boolean;
  onNext: () => void;
  /** null: the first one */
  onBack: (() => void) | null;
  children: ReactNode;
}

function Screen(props: ScreenProps) {
  const { service, filling, shown, index, total, last, changing, onNext, onBack, children, today } = props;
  const { answers, use } = filling;
  const [wanted, setWanted] = useState(false);
  const problems = shown.map((step) => problemOn(step, answers, filling, today));
  const fine = problems.every((problem) => problem === null);
  const left = total - index;
  const several = shown.length > 1;
  const papers = service.area === 'arrears' ? copy.papers : copy.ownPapers;
  return (
    <Page
      title={service.title}
      bar={
        <>
          <Button kind="secondary" onPress={onBack ?? back}>
            {onBack ? copy.back : copy.leave}
          </Button>
          <Button block onPress={() => (fine ? onNext() : setWanted(true))}>
            {changing ? copy.keep : last ? copy.toCheck : copy.next}
          </Button>
        </>
      }
      barNote={
        <>
          <Icon name="lock" size={18} />
          {copy.saved[use.saved]}
        </>
      }
    >
      {children}
      <Progress
        exact
        value={index + 1}
        total={total}
        note={copy.minutes(Math.max(1, Math.round((service.minutes * left) / total)))}
      />
      {several && shown[0]?.kind === 'paper' && <QuestionHead title={papers.title} more={[papers.line]} />}
      {several && shown[0]?.kind === 'paper' && <View className="form-hint">{papers.line}</View>}
      {shown.map((step, n) => {
        const error = wanted ? (problems[n] ?? undefined) : undefined;
        if (step.kind === 'paper')
          return <PaperStep key={step.id} {...props} paper={step.paper} error={error} among={several} />;
        const asked = { question: step.question, error, beside: n > 0, wages: service.area === 'arrears' };
        return <Asked key={step.id} {...props} {...asked} />;
      })}
    </Page>
  );
}

const knownOr = (value: Answer | undefined): Answer => (value === undefined || value === '' ? null : value);
