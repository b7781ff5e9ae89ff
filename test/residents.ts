/** Random residents for property tests and the benchmark: every fact of the catalogue, a share of them unknown. */
import fc from 'fast-check';
import { FACT_IDS, type FactId, type Facts, type FactValue, factSpec } from '@/domain/eligibility';

const COUNTIES = ['360425', '360421', '500242', '500101', '330100'];
const SEMESTERS = ['2020A', '2021S', '2021A', '2022A', '2023S', '2023A'];
const DATES = ['2021-08-31', '2022-12-20', '2023-01-10', '2023-02-28', '2024-02-29', '2026-03-31'];

/** Values a fact can take, the edges of the rules among them. */
export function valuesOf(id: FactId): readonly FactValue[] {
  const spec = factSpec(id);
  switch (spec.type) {
    case 'bool':
      return [true, false];
    case 'enum':
      return spec.values ?? [];
    case 'int':
      return [0, 2, 3, 6, 7, 12, 13];
    case 'county':
      return COUNTIES;
    case 'semester':
      return spec.orNone ? [...SEMESTERS, 'none'] : SEMESTERS;
    case 'date':
      return DATES;
  }
}

export const DAYS = [
  '2021-07-26',
  '2021-07-27',
  '2021-12-31',
  '2022-01-01',
  '2023-04-10',
  '2025-12-31',
  '2026-01-01',
  '2026-04-26',
  '2026-04-27',
  '2026-11-21',
];

export const dayArbitrary = fc.constantFrom(...DAYS);

/** About one fact in three unknown. */
export const residentArbitrary: fc.Arbitrary<Facts> = fc.record(
  Object.fromEntries(
    FACT_IDS.map((id) => [
      id,
      fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...valuesOf(id)) }, fc.constant(null)),
    ]),
  ),
) as fc.Arbitrary<Facts>;

/** A resident without a library's overhead, for large batches. @param unknown share of unknown facts, 0–1 */
export function randomResident(random: () => number, unknown: number): Facts {
  const facts: Record<string, FactValue | null> = {};
  for (const id of FACT_IDS) {
    const values = valuesOf(id);
    facts[id] = random() < unknown ? null : (values[Math.floor(random() * values.length)] as FactValue);
  }
  return facts as Facts;
}

/** A small seeded generator (mulberry32): the same residents on every machine. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
