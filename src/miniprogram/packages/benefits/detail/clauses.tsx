import { useState } from 'react';
import { type BenefitView, comparedText } from '@/client/benefit-view';
import { sourceOf } from '@/client/known-text';
import { useKnown } from '@/client/register';
import { routes } from '@/client/routes';
import { ASKED, type ClauseOutcome, type FactId } from '@/domain/eligibility';
import { type MergedFact, personMaySay } from '@/domain/register/merge';
import { Card, ClauseRow, Row } from '@/ui';
import { copy } from './copy';

interface Numbered {
  readonly clause: ClauseOutcome;
  readonly number: number;
}

/** Every condition with its mark and what was compared; what failed or is missing comes first. */
export function Clauses({ view, member }: { view: BenefitView; member?: string }) {
  const { decision } = view;
  const [open, setOpen] = useState(false);
  const { known } = useKnown(member);
  // nobody answers for somebody else, nor against what the register alone may say
  const fixed = (fact: FactId) =>
    member !== undefined || known.some((one) => one.fact === fact && one.register && !personMaySay(fact));
  const numbered = decision.clauses.map((clause, index): Numbered => ({ clause, number: index + 1 }));
  if (numbered.length === 0) {
    return decision.reason === 'jurisdiction' || decision.missing[0] === 'home_county' ? (
      <HomeRow view={view} fixed={member !== undefined} />
    ) : (
      <Card>
        <Row icon="status-ok" iconClass="ui-ink--ok" title={copy.why.nobody} />
      </Card>
    );
  }
  const met = numbered.filter(({ clause }) => clause.state === 'met');
  const others = numbered.filter(({ clause }) => clause.state !== 'met');
  const fold = others.length > 0 && met.length > 1;
  const shown = fold && !open ? others : [...others, ...met];
  return (
    <Card title={heading(view)}>
      {shown.map((entry) => (
        <Clause key={entry.number} view={view} {...entry} fixed={fixed} known={known} />
      ))}
      {fold && !open && (
        <Row
          icon="status-ok"
          iconClass="ui-ink--ok"
          title={copy.others(met.length)}
          expanded={false}
          onPress={() => setOpen(true)}
        />
      )}
    </Card>
  );
}

function heading({ decision }: BenefitView): string {
  const { status, reason, clauses } = decision;
  if (status === 'eligible') return copy.why.eligible(clauses.length);
  if (status === 'in_scope') return copy.why.in_scope(clauses.length);
  if (status === 'needs_info') return copy.why.needs_info;
  return reason === 'condition' || reason === 'superseded' ? copy.why.not_eligible : copy.why.conditions;
}

interface ClauseProps extends Numbered {
  readonly view: BenefitView;
  readonly fixed: (fact: FactId) => boolean;
  readonly known: readonly MergedFact[];
}

/** A missing fact is a button to exactly that question; a failed one can be corrected. */
function Clause({ view, clause, number, fixed, known }: ClauseProps) {
  const { decision } = view;
  const state = clause.state === 'unknown' ? 'unknown' : 'failed';
  const fact = clause.compared.find((leaf) => leaf.state === state && ASKED.includes(leaf.fact))?.fact;
  const asks = clause.state === 'unknown' && decision.status === 'needs_info';
  const corrects = clause.state === 'failed' && decision.reason === 'condition';
  const word = asks ? copy.answer : copy.change;
  const action =
    fact && !fixed(fact) && (asks || corrects)
      ? { text: word, to: routes.check({ fact }), label: `${word}：${clause.text}` }
      : undefined;
  return (
    <ClauseRow
      state={clause.state}
      text={clause.text}
      value={comparedText(clause, view)}
      source={sourceOf(
        clause.compared.filter(({ value }) => value !== null).map(({ fact }) => fact),
        known,
      )}
      number={number}
      action={action}
    />
  );
}

/** The ledger county decides before any condition is looked at. */
function HomeRow({ view, fixed }: { view: BenefitView; fixed: boolean }) {
  const elsewhere = view.decision.reason === 'jurisdiction';
  const word = elsewhere ? copy.change : copy.answer;
  return (
    <Card title={elsewhere ? copy.why.not_eligible : copy.why.needs_info}>
      <ClauseRow
        state={elsewhere ? 'failed' : 'unknown'}
        text={view.document.jurisdiction.text}
        value={elsewhere ? copy.home.elsewhere : copy.home.unknown}
        action={
          fixed
            ? undefined
            : { text: word, to: routes.check({ fact: 'home_county' }), label: `${word}：名单在哪里` }
        }
      />
    </Card>
  );
}
