import { View } from '@tarojs/components';
import { answerWarning, type ServiceQuestion } from '@/domain/cases';
import { oddAnswer } from '@/domain/wages/odd-answers';
import { Heading, Notice } from '@/ui';
import type { UsePrefill } from '../parts/use-prefill';
import { copy } from './copy';
import { QuestionInput } from './inputs';
import { QuestionHead } from './question-head';
import type { UseFilling } from './use-filling';

/** Kinds with 不清楚 among their choices. */
const CHOSEN: readonly string[] = ['yes_no', 'choice', 'many', 'semester', 'county'];

interface AskedProps {
  filling: UseFilling;
  prefill: UsePrefill;
  today: string;
  question: ServiceQuestion;
  error: string | undefined;
  /** under another question on the same screen */
  beside: boolean;
  /** of unpaid wages: what contradicts itself is asked back */
  wages: boolean;
}

/** One question with its input; the first of a screen in large type. */
export function Asked({ question, error, beside, wages, filling, prefill, today }: AskedProps) {
  const { answers, use } = filling;
  const { id, title, why, hint, options = [], unsure } = question;
  // beside another question an empty field says it
  const mayStayEmpty = beside && unsure === true && !CHOSEN.includes(question.kind);
  return (
    <>
      {beside ? (
        <Heading level={2} className="form-beside">
          {title}
        </Heading>
      ) : (
        <QuestionHead
          title={title}
          why={why}
          more={[
            ...(hint ? [hint] : []),
            ...options.map(({ label }) => label),
            ...(unsure ? [copy.unsure.title] : []),
          ]}
        />
      )}
      {hint && <View className="form-hint">{hint}</View>}
      <KnownAlready id={id} filling={filling} prefill={prefill} />
      <QuestionInput
        question={mayStayEmpty ? { ...question, unsure: undefined, optional: undefined } : question}
        value={answers[id]}
        error={error}
        today={today}
        warning={answerWarning(question, answers[id]) ?? (wages ? oddAnswer(id, answers, today) : null)}
        onAnswer={(value) => use.answer(id, value)}
      />
      {mayStayEmpty && <View className="form-quiet">{copy.unsure.empty}</View>}
    </>
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
