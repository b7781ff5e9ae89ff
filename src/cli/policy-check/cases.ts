import { type PolicyBook, type RegionBook, readYaml } from '@/cloud/policy-book/book';
import { type Case, cases as casesSchema } from '@/cloud/policy-book/schema';
import {
  type Benefit,
  checkFacts,
  type Decision,
  derive,
  encode,
  explainRow,
  type Facts,
  type Program,
  programsOf,
} from '@/domain/eligibility';
import { caseFiles, casesFileOf, exists, type Problem } from './files';

/** Runs the hand-written expectations of every benefit. */
export function checkCases(book: PolicyBook): { problems: Problem[]; count: number } {
  const problems: Problem[] = [];
  const programFor = programsOf(book.rules);
  let count = 0;
  for (const region of book.regions) {
    for (const benefit of region.benefits) {
      const file = casesFileOf(region.folder, benefit.id);
      if (!exists(book.root, file)) {
        problems.push({ file, why: 'is missing: every benefit has cases' });
        continue;
      }
      const { base, cases } = readYaml(book.root, file, casesSchema);
      count += cases.length;
      for (const row of cases) {
        for (const why of runCase(programFor, benefit, base, row))
          problems.push({ file, why: `${row.title}: ${why}` });
      }
      for (const day of daysOwed(book, region, benefit)) {
        if (!cases.some(({ as_of }) => as_of === day)) problems.push({ file, why: `has no case on ${day}` });
      }
    }
  }
  return { problems: [...problems, ...orphans(book)], count };
}

/** Cases of a benefit that is not there. */
function orphans(book: PolicyBook): Problem[] {
  return book.regions.flatMap(({ folder, benefits }) => {
    const wanted = new Set(benefits.map(({ id }) => casesFileOf(folder, id)));
    return caseFiles(book.root, folder)
      .filter((file) => !wanted.has(file))
      .map((file) => ({ file, why: 'belongs to no benefit' }));
  });
}

/** The day before and the day of every change that concerns the benefit. */
function daysOwed(book: PolicyBook, { parameters }: RegionBook, benefit: Benefit): string[] {
  const shift = (day: string, by: number) =>
    new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);
  const effective = book.documents.find(({ id }) => id === benefit.document)?.effective;
  const firstDays = [
    effective?.from,
    benefit.window?.from,
    ...Object.keys(parameters[benefit.amount?.param ?? '']?.values ?? {}),
  ];
  const lastDays = [effective?.to, benefit.window?.to];
  const present = (day: string | null | undefined): day is string => typeof day === 'string';
  return [
    ...new Set([
      ...firstDays.filter(present).flatMap((day) => [shift(day, -1), day]),
      ...lastDays.filter(present).flatMap((day) => [day, shift(day, 1)]),
    ]),
  ];
}

/** What a row expected and did not get; empty when all is as expected. */
function runCase(
  programFor: (asOf: string) => Program,
  benefit: Benefit,
  base: Case['facts'],
  row: Case,
): string[] {
  const checked = checkFacts({ ...base, ...row.facts });
  if (!checked.ok) return [checked.problem.message];
  const decision = decide(programFor(row.as_of), checked.facts, row.as_of).find(
    ({ benefit: id }) => id === benefit.id,
  );
  return decision ? differences(row.expect, decision) : ['no decision'];
}

const decide = (program: Program, facts: Facts, asOf: string) =>
  explainRow(program, encode(derive(facts, asOf)));

function differences(expected: Case['expect'], got: Decision): string[] {
  const wrong: string[] = [];
  const compare = (name: string, want: unknown, have: unknown) => {
    if (want !== undefined && JSON.stringify(want) !== JSON.stringify(have)) {
      wrong.push(`${name} should be ${JSON.stringify(want)}, is ${JSON.stringify(have)}`);
    }
  };
  const sorted = (list: readonly string[] | undefined) => list && [...list].sort();
  compare('status', expected.status, got.status);
  compare('reason', expected.reason, got.reason);
  compare('missing', sorted(expected.missing), sorted(got.missing));
  compare('failed', sorted(expected.failed), sorted(got.failed));
  compare('paid_to', expected.paid_to, got.paid_to);
  if (expected.amount !== undefined) {
    const full = expected.amount && { fen: null, percent: null, at_least: false, ...expected.amount };
    compare('amount', full, got.amount);
  }
  if (expected.item !== undefined && !got.cites.some(({ item }) => item === expected.item)) {
    wrong.push(`should cite ${expected.item}, cites ${got.cites.map(({ item }) => item).join('')}`);
  }
  for (const part of expected.notes ?? []) {
    if (!got.notes.some((note) => note.includes(part))) wrong.push(`no note says "${part}"`);
  }
  return wrong;
}
