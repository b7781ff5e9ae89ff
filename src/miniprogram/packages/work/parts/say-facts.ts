/** What going to work or leaving it means for the answers: put among the person's own, and said to the office where the register says otherwise. */
import { useAnswers } from '@/client/answers';
import { CallError } from '@/client/call';
import { dispute, useRegister } from '@/client/register';
import type { FactId, FactValue } from '@/domain/eligibility/facts';
import { asLongAs, type Said, wrongIn } from '@/domain/jobs/spells';

type Values = Readonly<Record<string, FactValue | null>>;

export interface SayFacts {
  /** what is known now, to be kept for taking it back */
  readonly known: ReturnType<typeof useAnswers>['facts'];
  /** @returns whether the register says otherwise and the office was asked to correct it; null: it could not be asked */
  readonly say: (facts: Values, spell: string) => Promise<boolean | null>;
  /** What stood before, after it was taken back: of the register nothing was wrong. */
  readonly putBack: (facts: Values) => void;
}

const NOTE = '本人在“我的活”里说的';

export function useSayFacts(): SayFacts {
  const answers = useAnswers();
  const { view, reload } = useRegister();
  const put = (facts: Values) => {
    for (const id of Object.keys(facts) as FactId[]) answers.answer(id, facts[id] ?? null);
  };
  const say = async (facts: Values, spell: string): Promise<boolean | null> => {
    const register = view?.register ?? [];
    const said = asLongAs(facts as Said, register);
    put(said as Values);
    const wrong = wrongIn(said, register, view?.disputed ?? []);
    try {
      for (const { fact, said } of wrong) await dispute(fact, said, NOTE, spell);
      return wrong.length > 0;
    } catch (thrown) {
      if (thrown instanceof CallError) return null;
      throw thrown;
    }
  };
  const putBack = (facts: Values) => {
    put(facts);
    if (view) reload();
  };
  return { known: answers.facts, say, putBack };
}
