/**
 * 本人或所在家庭. A register carries the household's status on every member's row, so a person's own row is asked first.
 * Where it says nothing, another member's row may say yes; it never says no, because nobody knows that the file holds
 * all members. What is written on each member (低保、特困 …) or concerns one body alone is never taken from another.
 */
import type { FactId } from '../eligibility/facts';
import type { FoundFacts, RegisterFact, RegisterFacts } from './facts-at';

type Rows = readonly RegisterFacts[];

const yes = (rows: Rows, id: FactId): RegisterFact | undefined =>
  rows.map((row) => row[id]).find((fact) => fact?.value === true);

export function borrowed(own: RegisterFacts, others: Rows): RegisterFacts {
  const facts: FoundFacts = { ...own };
  const take = (id: FactId, fact: RegisterFact | undefined) => {
    if (facts[id] === undefined && fact !== undefined) facts[id] = fact;
  };
  const all = [own, ...others];
  take('household_has_worker', yes(all, 'employed') ?? yes(others, 'household_has_worker'));
  take('household_able_willing', ableAndWilling(all) ?? yes(others, 'household_able_willing'));
  take('vocational_student', yes(others, 'vocational_student'));
  targets(own, others, take);
  monitoring(own, others, take);
  return facts;
}

type Take = (id: FactId, fact: RegisterFact | undefined) => void;

/** One member who has both; said by the row that has the older date. */
function ableAndWilling(all: Rows): RegisterFact | undefined {
  for (const { labour_capacity: able, employment_will: willing } of all)
    if (able?.value === true && willing?.value === true) return able.date < willing.date ? able : willing;
  return undefined;
}

/** Whether the household has left is asked of those members alone whose status was borrowed; one still in, all in. */
function targets(own: RegisterFacts, others: Rows, take: Take): void {
  const ids = (['fpzp', 'continued'] as const).filter((id) => own[id] === undefined);
  const members = others.filter((row) => ids.some((id) => row[id]?.value === true));
  for (const id of ids) take(id, yes(members, id));
  const exits = members.map((row) => row.exit_completed);
  take(
    'exit_completed',
    exits.find((fact) => fact?.value === false) ?? (exits.includes(undefined) ? undefined : exits[0]),
  );
}

function monitoring(own: RegisterFacts, others: Rows, take: Take): void {
  if (own.household_monitored_ever !== undefined) return;
  const members = others.filter((row) => row.household_monitored_ever?.value === true);
  const member = members.find((row) => row.monitored_active?.value === true) ?? members[0];
  if (!member) return;
  for (const id of [
    'household_monitored_ever',
    'monitored_active',
    'eliminated_on',
    'elimination_semester',
  ] as const)
    take(id, member[id]);
}
