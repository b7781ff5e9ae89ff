import { knownText } from '@/client/known-text';
import { useKnown } from '@/client/register';
import { routes } from '@/client/routes';
import type { Question, Region } from '@/domain/eligibility';
import { personMaySay } from '@/domain/register/merge';
import { Notice } from '@/ui';
import { copy } from './copy';

/** A question opened although the register answers it: what it says, and whose word counts. */
export function Registered({ question, region }: { question: Question; region: Region }) {
  const { known } = useKnown();
  const asked: readonly string[] = 'fact' in question.input ? [question.input.fact] : question.facts;
  const told = known.filter(({ fact, register }) => register && asked.includes(fact));
  if (told.length === 0) return null;
  const lines = told.map((one) => {
    const register = { ...one, value: one.register?.value ?? null, by: 'register' as const };
    const { title, value, source } = knownText(register, region);
    return copy.registered.says(title, value ?? '', source);
  });
  const yours = told.every(({ fact }) => personMaySay(fact));
  return (
    <Notice
      inset
      icon="document"
      action={yours ? undefined : { text: copy.registered.correct, to: routes.facts() }}
    >
      {lines.join('') + (yours ? copy.registered.yours : copy.registered.theirs)}
    </Notice>
  );
}
