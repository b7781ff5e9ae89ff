import { View } from '@tarojs/components';
import { factText } from '@/client/fact-text';
import { routes } from '@/client/routes';
import type { DeskCase } from '@/contract/desk';
import { factSpec } from '@/domain/eligibility/facts';
import type { ClauseOutcome } from '@/domain/eligibility/types';
import { Card, ClauseRow, Heading, Quote, StatusTag } from '@/ui';
import { copy } from './copy';

type Proposal = DeskCase['proposals'][number];

/** What the engine says of each benefit claimed, as a proposal, with every clause and the passage it comes from. */
export function Proposals({ view }: { view: DeskCase }) {
  const { proposals, case: at } = view;
  if (proposals.length === 0) {
    return (
      <Card title={copy.proposal}>
        <View className="desk-pad">{copy.noProposal}</View>
      </Card>
    );
  }
  return (
    <>
      {proposals.map((proposal) => (
        <Card key={proposal.decision.benefit} title={copy.proposal}>
          <Head proposal={proposal} />
          {proposal.decision.clauses.map((clause, index, all) => (
            <Clause
              key={`${clause.item} ${clause.text}`}
              clause={clause}
              number={index + 1}
              document={at.document}
              quoted={isSame(all[index + 1], clause)}
            />
          ))}
        </Card>
      ))}
    </>
  );
}

function Head({ proposal: { title, as_of, decision } }: { proposal: Proposal }) {
  const { status, reason, missing, notes } = decision;
  const why = reason ? copy.reasons[reason] : missing.length > 0 ? copy.missing(missing.length) : null;
  return (
    <View className="desk-pad desk-proposal">
      <View className="desk-proposal__head">
        <Heading level={3} className="desk-proposal__title">
          {title}
        </Heading>
        <StatusTag status={status} />
      </View>
      {why && <View>{why}</View>}
      <View className="desk-quiet">{copy.proposalLine(as_of)}</View>
      {notes.map((note) => (
        <View key={note} className="desk-quiet">
          {note}
        </View>
      ))}
    </View>
  );
}

interface ClauseProps {
  clause: ClauseOutcome;
  number: number;
  document: DeskCase['case']['document'];
  /** the next condition comes from the same passage, which is quoted there */
  quoted: boolean;
}

function Clause({ clause, number, document, quoted }: ClauseProps) {
  const { state, text, item, quote } = clause;
  return (
    <View className="desk-clause">
      <ClauseRow state={state} text={text} value={comparedWith(clause)} number={number} />
      {!quoted && (
        <View className="desk-clause__quote">
          <Quote
            text={quote}
            source={copy.source(document.number, item)}
            to={routes.document(document.id, item, quote)}
          />
        </View>
      )}
    </View>
  );
}

const isSame = (next: ClauseOutcome | undefined, { item, quote }: ClauseOutcome) =>
  next !== undefined && next.item === item && next.quote === quote;

/** What each fact was: 在就业：是；务工地：浙江省 */
function comparedWith({ compared }: ClauseOutcome): string {
  const lines = compared.map(({ fact, value }) =>
    copy.compare(factSpec(fact).label, value === null ? copy.unknown : factText(fact, value)),
  );
  return [...new Set(lines)].join('；');
}
