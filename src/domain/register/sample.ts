/**
 * Invented households for demonstrations and tests, the same for the same seed. Nobody can take them for real: every
 * name begins with 样例; numbers pass the checksum but their order codes (顺序码) lie in 900–997, given out from 997
 * downward (999 and 998 are the sample residents'); phones begin with 160, which no operator has been given.
 */
import { addMonths, dayNumber, isoOf } from '../calendar/days';
import { idCheckDigit } from '../identity';
import type { ColumnKey } from './columns';
import { type Random, seededRandom } from './random';
import type { RegisterRow, RegisterValue } from './row';
import { SAMPLE_COUNTIES, statusOf } from './sample-status';

export interface SampleOptions {
  readonly seed: number;
  /** 500242 or 360425; null: by turns */
  readonly county: string | null;
  /** the data date, `YYYY-MM-DD`; nothing in the rows lies after it */
  readonly asOf: string;
}

type Sex = 'male' | 'female';
interface Member {
  readonly relation: string;
  readonly age: number;
  readonly sex: Sex;
}

const GIVEN = Array.from('一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥');
const HIGHEST_ORDER = { male: 997, female: 996 } as const;
const LOWEST_ORDER = 900;

/** @yields the rows of one household, the head first */
export function* sampleHouseholds(households: number, options: SampleOptions): Generator<RegisterRow[]> {
  const random = seededRandom(options.seed);
  const numbers = new IdNumbers(random, options.asOf);
  let people = 0;
  for (let index = 0; index < households; index++) {
    const county = options.county ?? (SAMPLE_COUNTIES[index % SAMPLE_COUNTIES.length] as string);
    const status = statusOf(random, county, options.asOf);
    const members = family(random).map((member) => ({ ...member, number: numbers.next(county, member) }));
    const [head] = members as [(typeof members)[number]];
    yield members.map(({ relation, age, sex, number }): RegisterRow => {
      const name = `样例${pick(random, GIVEN)}${pick(random, GIVEN)}${sex === 'male' ? '男' : '女'}`;
      const personal: Partial<Record<ColumnKey, RegisterValue>> =
        age < 18 ? { guardian_id: head.number } : adult(random, age);
      people++;
      return {
        ...status,
        ...personal,
        household_no: `样例-${county}-${String(index + 1).padStart(6, '0')}`,
        name,
        id_kind: 'resident',
        id_number: number,
        relation,
        county,
        town: '样例镇',
        village: `样例${(index % 9) + 1}村`,
        source: '农业农村部门',
        data_date: options.asOf,
        ...(age >= 16 ? { phone: `160${String(people).padStart(8, '0')}` } : {}),
      };
    });
  }
}

const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
const between = (random: Random, low: number, high: number) => low + Math.floor(random() * (high - low + 1));

function family(random: Random): Member[] {
  const sex = (): Sex => (random() < 0.5 ? 'male' : 'female');
  const head: Member = { relation: 'head', age: between(random, 28, 68), sex: sex() };
  const members = [head];
  if (random() < 0.7)
    members.push({
      relation: 'spouse',
      age: head.age - between(random, -3, 5),
      sex: head.sex === 'male' ? 'female' : 'male',
    });
  const children = pick(random, [0, 1, 1, 2, 2, 3]);
  for (let index = 0; index < children; index++) {
    const child = sex();
    members.push({
      relation: child === 'male' ? 'son' : 'daughter',
      age: between(random, 0, head.age - 22),
      sex: child,
    });
  }
  if (head.age < 65 && random() < 0.3)
    members.push({ relation: 'mother', age: head.age + between(random, 20, 27), sex: 'female' });
  return members;
}

/** A number is given out once: an order code that is used up makes way for the next lower one of the same parity. */
class IdNumbers {
  private readonly used = new Map<string, number>();
  constructor(
    private readonly random: Random,
    private readonly asOf: string,
  ) {}

  next(county: string, { age, sex }: Member): string {
    for (;;) {
      const birthday = addMonths(dayNumber(this.asOf), -12 * age) - 1 - Math.floor(this.random() * 360);
      const body = `${county}${isoOf(birthday).replaceAll('-', '')}`;
      const key = `${body}${sex}`;
      const order = HIGHEST_ORDER[sex] - 2 * (this.used.get(key) ?? 0);
      if (order < LOWEST_ORDER) continue;
      this.used.set(key, (this.used.get(key) ?? 0) + 1);
      return `${body}${order}${idCheckDigit(`${body}${order}`)}`;
    }
  }
}

const FORMS = ['unit', 'flexible', 'self', 'public_post', 'workshop'] as const;

/** Working life of somebody of 18 or more; a good part is left blank, as in real registers. */
function adult(random: Random, age: number): Partial<Record<ColumnKey, RegisterValue>> {
  const capable = age < 66 && random() < 0.85;
  const employed = capable && random() < 0.6;
  return {
    labour_capacity: capable,
    labour_grade: capable
      ? pick(random, ['general', 'general', 'skilled', 'half', 'weak'])
      : pick(random, ['lost', 'none']),
    ...(capable ? { employment_will: random() < 0.9, employed } : {}),
    ...(capable && random() < 0.8 ? { employment_form: employed ? pick(random, FORMS) : 'none' } : {}),
    ...(capable && !employed && random() < 0.3 ? { hard_to_employ: random() < 0.5 } : {}),
    ...(random() < 0.1 ? { severe_disabled: true } : {}),
    ...(age < 60 && random() < 0.7 ? { resident_pension_payer: true } : {}),
    ...(age < 26 && random() < 0.3 ? { college_graduate: true } : {}),
  };
}
