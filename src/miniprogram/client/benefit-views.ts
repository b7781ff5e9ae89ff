import { useMemo } from 'react';
import { useAsOf } from './as-of';
import type { BenefitView } from './benefit-view';
import { usePack } from './pack';
import { useDecisions } from './summary';

/** Every benefit of the place with its decision for the person, or a member of the household, ready to be put into words. */
export function useBenefitViews(member?: string): {
  views: readonly BenefitView[];
  titleOf: (id: string) => string;
} {
  const { pack } = usePack();
  const { asOf } = useAsOf();
  const decided = useDecisions(member);
  return useMemo(() => {
    const titles = new Map(pack?.benefits.map(({ id, title }) => [id, title]));
    const documents = new Map(pack?.documents.map((document) => [document.id, document]));
    const views = (pack?.benefits ?? []).flatMap((benefit, index): BenefitView[] => {
      const decision = decided?.decisions[index];
      const document = documents.get(benefit.document);
      return decision && document && decided && pack
        ? [{ benefit, decision, document, facts: decided.facts, asOf, region: pack.region }]
        : [];
    });
    return { views, titleOf: (id: string) => titles.get(id) ?? '' };
  }, [pack, decided, asOf]);
}
