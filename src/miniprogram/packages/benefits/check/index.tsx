import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { useAnswers } from '@/client/answers';
import { useAsOf } from '@/client/as-of';
import { usePack } from '@/client/pack';
import { usePlace } from '@/client/place';
import { useRegister } from '@/client/register';
import { back, go, routes, useParams } from '@/client/routes';
import { useSaved } from '@/client/saved';
import { useShare } from '@/client/share';
import { useDecisions, useSummary } from '@/client/summary';
import { useTrail } from '@/client/trail';
import { chosenOption, isFactId, nextAsk, type Question, questionFor } from '@/domain/eligibility';
import { Busy, Button, Card, Empty, Icon, PackGate, Page, Progress, Row } from '@/ui';
import { copy } from './copy';
import { Done } from './done';
import { isSkipped, QuestionInput } from './inputs';
import { QuestionCard } from './question-card';
import { Registered } from './registered';
import './index.scss';

/** The quick check: one question a screen, computed on the phone. With `?fact=` exactly that question. */
export default function Check() {
  const { fact } = useParams<'fact'>();
  const { pack } = usePack();
  useShare();
  if (!pack) {
    return (
      <Page title={fact === undefined ? copy.title : copy.change}>
        <PackGate>{() => null}</PackGate>
      </Page>
    );
  }
  return fact === undefined ? <Interview /> : <Single fact={fact} />;
}

/** Question after question; the next is the one that settles most. */
function Interview() {
  const trail = useTrail();
  const answers = useAnswers();
  const decided = useDecisions();
  const waiting = useWaiting();
  const next = waiting || !decided ? null : nextAsk(decided.decisions, decided.facts, answers.skipped);
  // the first question of this visit, or one that came back to life; the others are put there by the buttons
  useEffect(() => {
    if (!trail.current && next) trail.push(next);
  }, [trail, next]);

  if (!trail.current && waiting) {
    return (
      <Page title={copy.title}>
        <Busy>{copy.reading}</Busy>
      </Page>
    );
  }
  if (!trail.current) return next ? null : <Done />;
  const forward = trail.forward ?? (() => (next ? trail.push(next) : trail.finish()));
  return (
    <Ask
      key={`${trail.at}:${trail.current.id}`}
      question={trail.current}
      at={trail.at}
      onBack={trail.at > 0 ? trail.back : undefined}
      onNext={forward}
      nextWord={copy.next}
    />
  );
}

const PATIENCE_MS = 4000;

/** What the register answers is not asked; but nobody waits long for it. */
function useWaiting(): boolean {
  const { loading } = useRegister();
  const [patient, setPatient] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setPatient(false), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return loading && patient;
}

/** One question opened from a benefit or from the list of answers. */
function Single({ fact }: { fact: string }) {
  const question = isFactId(fact) ? questionFor(fact) : null;
  if (!question) {
    return (
      <Page title={copy.change}>
        <Empty title={copy.gone.title} line={copy.gone.line}>
          <Button onPress={back}>{copy.gone.button}</Button>
        </Empty>
      </Page>
    );
  }
  return <Ask question={question} onNext={back} nextWord={copy.save} />;
}

interface AskProps {
  question: Question;
  /** position in the interview; none for a single question */
  at?: number;
  onBack?: () => void;
  onNext: () => void;
  nextWord: string;
}

function Ask({ question, at, onBack, onNext, nextWord }: AskProps) {
  const { pack } = usePack();
  const { place } = usePlace();
  const { asOf } = useAsOf();
  const answers = useAnswers();
  const summary = useSummary();
  const { on } = useSaved();
  const [reminded, setReminded] = useState(false);
  if (!pack || !summary) return null;

  const answered = isAnswered(question, answers.facts) || isSkipped(question, answers);
  const left = summary.questions + (answered ? 0 : -1);
  const forward = () => (answered ? onNext() : setReminded(true));
  const decided = summary.areas ? pack.benefits.length - summary.unclear : 0;
  return (
    <Page
      title={at === undefined ? copy.change : copy.title}
      bar={
        <>
          {onBack && (
            <Button kind="secondary" onPress={onBack}>
              {copy.back}
            </Button>
          )}
          <Button block onPress={forward}>
            {nextWord}
          </Button>
        </>
      }
      barNote={
        <>
          <Icon name="lock" size={18} />
          {answers.forAnother ? copy.forAnother : !answers.kept ? copy.notKept : on ? copy.saved : copy.kept}
        </>
      }
    >
      {at !== undefined && (
        <Progress
          value={at + 1}
          total={at + 1 + Math.max(0, left)}
          note={copy.minutes(Math.max(0, left) + 1)}
        />
      )}
      <QuestionCard question={question} title={question.title} />
      <Registered question={question} region={pack.region} />
      <QuestionInput question={question} answers={answers} pack={pack} place={place} asOf={asOf} />
      <View className="check-remind" aria-live="polite">
        {reminded && !answered ? copy.pickOne : ''}
      </View>
      {at !== undefined && (
        <Card>
          <Row icon="tasks" title={copy.soFar(decided)} onPress={() => go(routes.benefits())} />
        </Card>
      )}
    </Page>
  );
}

function isAnswered(question: Question, facts: ReturnType<typeof useAnswers>['facts']): boolean {
  const { input } = question;
  if (input.kind === 'choice') return chosenOption(question, facts) !== null;
  return facts[input.fact] !== undefined && facts[input.fact] !== null;
}
