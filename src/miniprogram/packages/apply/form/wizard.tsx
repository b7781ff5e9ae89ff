import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { back, go } from '@/client/routes';
import { answerWarning, type Service } from '@/domain/cases';
import { Button, Icon, Notice, Page, Progress } from '@/ui';
import type { UsePrefill } from '../parts/use-prefill';
import { CheckStep } from './check-step';
import { copy } from './copy';
import { QuestionInput } from './inputs';
import { lookAfter } from './looks';
import { PaperStep } from './paper-step';
import { QuestionHead } from './question-head';
import { firstOpen, nextOf, type Step, stepProblem } from './steps';
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
  const index = steps.findIndex(({ id }) => id === at);
  const step = steps[index];

  if (!step) {
    const change = (id: string) => {
      setChanging(true);
      setAt(id);
    };
    const before = steps[steps.length - 1];
    return (
      <CheckStep
        {...props}
        onChange={change}
        onBack={() => (before ? setAt(before.id) : back())}
        note={<Older use={use} read={olderRead} onRead={() => setOlderRead(true)} />}
      />
    );
  }
  const forward = () => {
    // an answer known before becomes the person's own by going on; what is left out is left out on purpose
    if (step.kind === 'question' && use.form.answers[step.id] === undefined)
      use.answer(step.id, answers[step.id] ?? null);
    const others = steps.filter(({ id }) => id !== step.id);
    const next = changing
      ? firstOpen(others, answers, filling, today)
      : nextOf(steps, index, use.form, filling, today);
    setAt(next?.id ?? null);
    if (!next) setChanging(false);
    const look = lookAfter(service, step.id, answers, use.form.id);
    if (look !== null) go(look);
  };
  const previous = steps[index - 1];
  return (
    <Screen
      key={step.id}
      {...props}
      step={step}
      index={index}
      last={changing || index === steps.length - 1}
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
  step: Step;
  index: number;
  /** what comes next is the last screen */
  last: boolean;
  changing: boolean;
  onNext: () => void;
  /** null: the first one */
  onBack: (() => void) | null;
  children: ReactNode;
}

function Screen(props: ScreenProps) {
  const { service, filling, prefill, step, index, last, changing, onNext, onBack, children, today } = props;
  const { steps, answers, use } = filling;
  const [wanted, setWanted] = useState(false);
  const problem = stepProblem(step, answers, filling, today);
  const error = wanted && problem !== null ? problem : undefined;
  const left = steps.length - index;
  return (
    <Page
      title={service.title}
      bar={
        <>
          <Button kind="secondary" onPress={onBack ?? back}>
            {onBack ? copy.back : copy.leave}
          </Button>
          <Button block onPress={() => (problem === null ? onNext() : setWanted(true))}>
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
        total={steps.length}
        note={copy.minutes(Math.max(1, Math.round((service.minutes * left) / steps.length)))}
      />
      {step.kind === 'paper' ? (
        <PaperStep {...props} paper={step.paper} error={error} />
      ) : (
        <>
          <QuestionHead
            title={step.question.title}
            why={step.question.why}
            more={[
              ...(step.question.hint ? [step.question.hint] : []),
              ...(step.question.options ?? []).map(({ label }) => label),
              ...(step.question.unsure ? [copy.unsure.title] : []),
            ]}
          />
          {step.question.hint && <View className="form-hint">{step.question.hint}</View>}
          <KnownAlready id={step.id} filling={filling} prefill={prefill} />
          <QuestionInput
            question={step.question}
            value={answers[step.id]}
            error={error}
            today={today}
            warning={answerWarning(step.question, answers[step.id])}
            onAnswer={(value) => use.answer(step.id, value)}
          />
        </>
      )}
    </Page>
  );
}

/** The value stood in the register, or in an earlier case: said as long as it is the one shown. */
function KnownAlready({ id, filling, prefill }: { id: string; filling: UseFilling; prefill: UsePrefill }) {
  const { known } = prefill;
  const told = known.from[id];
  if (!told) return null;
  const own = filling.use.form.answers[id];
  if (own !== undefined && JSON.stringify(own) !== JSON.stringify(known.answers[id])) return null;
  return (
    <Notice tone="ok" icon="document" inset>
      {copy.knownLine(copy.known[told.source], told.from)}
    </Notice>
  );
}
