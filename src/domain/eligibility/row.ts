import { dayNumber, isoOf } from '../calendar/days';
import { FACT_IDS, type FactId, type Facts, type FactValue, factSpec } from './facts';

/** Unknown, in a row. */
export const MISSING = -2_147_483_648;
/** The semester "never": later than every semester. */
const NEVER = 1 << 20;
/** Facts in a row. */
export const ROW_SIZE = FACT_IDS.length;

const INDEX = new Map<FactId, number>(FACT_IDS.map((id, index) => [id, index]));
export const factIndex = (id: FactId): number => INDEX.get(id) as number;

/** One known value as an int32: bool 0/1, enum position, day number, semester year×2+half, county code. */
export function codeOf(id: FactId, value: FactValue): number {
  const spec = factSpec(id);
  switch (spec.type) {
    case 'bool':
      return value ? 1 : 0;
    case 'enum':
      return (spec.values as readonly string[]).indexOf(value as string);
    case 'date':
      return dayNumber(value as string);
    case 'semester':
      return value === 'none'
        ? NEVER
        : Number((value as string).slice(0, 4)) * 2 + ((value as string)[4] === 'A' ? 1 : 0);
    default:
      return Number(value);
  }
}

/** The value a code stands for; null for `MISSING`. */
export function valueOfCode(id: FactId, code: number): FactValue | null {
  if (code === MISSING) return null;
  const spec = factSpec(id);
  switch (spec.type) {
    case 'bool':
      return code === 1;
    case 'enum':
      return (spec.values as readonly string[])[code] ?? null;
    case 'date':
      return isoOf(code);
    case 'semester':
      return code === NEVER ? 'none' : `${code >> 1}${code & 1 ? 'A' : 'S'}`;
    case 'county':
      return String(code).padStart(6, '0');
    default:
      return code;
  }
}

/** Facts (already derived) as a compact row of `ROW_SIZE` int32 at `base`. */
export function encode(facts: Facts, row: Int32Array = new Int32Array(ROW_SIZE), base = 0): Int32Array {
  row.fill(MISSING, base, base + ROW_SIZE);
  for (const id in facts) {
    const value = facts[id as FactId];
    const index = INDEX.get(id as FactId);
    if (index !== undefined && value !== null && value !== undefined) {
      row[base + index] = codeOf(id as FactId, value);
    }
  }
  return row;
}
