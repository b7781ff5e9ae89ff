/** What going to work or leaving it means for the answers: put among the person's own, and said to the office where the register says otherwise. */
import { useAnswers } from '@/client/answers';
import { CallError } from '@/client/call';
import { dispute, useRegister } from '@/client/register';
import type { FactId, FactValue } from '@/domain/eligibility/facts';

type Said = Readonly<Record<string, FactValue | null>>;

export interface SayFacts {
  /** what is known now, to be kept for taking it back */
  readonly known: ReturnType<typeof useAnswers>['facts'];
  /** @returns whether the register says otherwise and the office was asked to correct it; null: it could not be asked */
  readonly say: (facts: Said) => Promise<boolean | null>;
}

/** Facts of work that the register may hold. */
const DISPUTED: readonly FactId[] = ['employed', 'employment_form', 'stable_since'];
const NOTE = '本人在“我的活”里说的';

export function useSayFacts(): SayFacts {
  const answers = useAnswers();
  const { view } = useRegister();
  const say = async (facts: Said): Promise<boolean | null> => {
    const ids = Object.keys(facts) as FactId[];
    for (const id of ids) answers.answer(id, facts[id] ?? null);
    const wrong = ids.filter((id) => {
      const registered = view?.register.find(({ fact }) => fact === id)?.value;
      const asked = view?.disputed.some((one) => one.fact === id && !one.answered && one.said === facts[id]);
      return DISPUTED.includes(id) && registered !== undefined && registered !== facts[id] && !asked;
    });
    try {
      for (const id of wrong) await dispute(id, facts[id] ?? null, NOTE);
      return wrong.length > 0;
    } catch (thrown) {
      if (thrown instanceof CallError) return null;
      throw thrown;
    }
  };
  return { known: answers.facts, say };
}
