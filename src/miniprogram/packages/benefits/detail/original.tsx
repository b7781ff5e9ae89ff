import type { BenefitView } from '@/client/benefit-view';
import { useDocument } from '@/client/documents';
import { usePack } from '@/client/pack';
import { routes } from '@/client/routes';
import { sentencesWith } from '@/client/sentences';
import type { ClauseOutcome } from '@/domain/eligibility';
import { type Clause, clausesOf } from '@/domain/eligibility';
import { type Passage, Quote, Section } from '@/ui';
import { copy } from './copy';

interface Cited {
  readonly item: string;
  readonly passages: readonly Passage[];
}

/** The law's own words, item by item, with the numbers of the conditions; one tap to the whole item. */
export function Original({ view }: { view: BenefitView }) {
  const { benefit, decision, document } = view;
  const { pack } = usePack();
  const { document: full } = useDocument(document.id);
  // before the place is known there are no outcomes, but the conditions can be read
  const clauses: readonly (Clause | ClauseOutcome)[] =
    decision.clauses.length > 0 ? decision.clauses : pack ? clausesOf(benefit, pack.terms) : [];
  return (
    <Section title={copy.quote}>
      {citedBy(benefit.items, clauses).map(({ item, passages }) => {
        const text = full?.items.find(({ key }) => key === item)?.text ?? null;
        const quotes = passages.map(({ quote }) => quote);
        const shown = text === null ? quotes.join('……') : sentencesWith(text, quotes);
        return (
          <Quote
            key={item}
            text={shown}
            passages={passages}
            source={`${document.number}${item}`}
            to={routes.document(document.id, item, quotes[0])}
            linkText={copy.whole}
          />
        );
      })}
    </Section>
  );
}

/** Items in the order they are needed, each with the passages its conditions rest on. */
function citedBy(items: readonly string[], clauses: readonly (Clause | ClauseOutcome)[]): Cited[] {
  const all = [...new Set([...items, ...clauses.map(({ item }) => item)])];
  return all.map((item) => ({
    item,
    passages: clauses.flatMap((clause, index) =>
      clause.item === item
        ? [
            {
              quote: clause.quote,
              number: index + 1,
              mark: !('state' in clause) || clause.state !== 'met' || clauses.length < 3,
            },
          ]
        : [],
    ),
  }));
}
