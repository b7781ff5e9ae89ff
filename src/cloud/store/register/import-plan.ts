/**
 * Reads a file against the register, batch by batch: what is new, changed, the same, and what cannot be taken. Holds
 * a few hundred bytes a person (who was already seen), never a row.
 */
import type { PoolClient } from 'pg';
import type { ColumnKey, RegisterRow } from '@/domain/register';
import type { FieldCipher } from '../field-cipher';
import { idHash } from '../people';
import { judge, type Verdict } from './judge';
import { knownPeople } from './known';
import { householdHash, rowDigest } from './seals';
import { peopleIn, type Staged, stage, unstage } from './staging';

/** `row` null: refused already, but its number could be read, so the person is in the file. */
export interface NumberedRow {
  readonly number: number;
  readonly row: RegisterRow | null;
  readonly idNumber: string;
}

export interface Refusal {
  readonly number: number;
  readonly message: string;
}

export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly confirmed: number;
  readonly entered: number;
  readonly left: number;
  readonly moved: number;
  /** in the register of these counties and not in the file */
  readonly missing: number;
}

interface Seen {
  readonly number: number;
  readonly content: string | null;
  readonly household: string;
  readonly hash: Buffer;
  /** the county the register has the person in; null for a new one */
  county: string | null;
  verdict: Verdict['outcome'] | null;
  entered: boolean;
  left: boolean;
  moved: boolean;
  confirmed: boolean;
  conflict: boolean;
}

export class ImportPlan {
  private readonly seen = new Map<string, Seen>();
  private readonly counties = new Set<string>();
  readonly refusals: Refusal[] = [];

  constructor(
    private readonly client: PoolClient,
    private readonly cipher: FieldCipher,
    /** columns the file does not have */
    private readonly absent: readonly ColumnKey[],
  ) {}

  async add(batch: readonly NumberedRow[]): Promise<void> {
    const fresh = batch.flatMap((one) => {
      const seen = this.first(one);
      return seen ? [{ seen, row: one.row }] : [];
    });
    const known = await knownPeople(
      this.client,
      fresh.map(({ seen, row }) => ({ idHash: seen.hash, day: row?.data_date ?? '9999-12-31' })),
    );
    const staged: Staged[] = [];
    for (const { seen, row } of fresh) {
      const person = known.get(seen.hash.toString('latin1'));
      seen.county = person?.county ?? null;
      if (row === null || seen.conflict) continue;
      this.counties.add(row.county);
      const one = this.settle(seen, judge(this.cipher, row, person, this.absent));
      if (one) staged.push(one);
    }
    await stage(this.client, this.cipher, staged);
  }

  /** The person's first row in this file; null, and refused, when it is another one. */
  private first({ number, row, idNumber }: NumberedRow): Seen | null {
    const hash = idHash(this.cipher, idNumber);
    const key = hash.toString('latin1');
    const content = row && `${row.data_date}${rowDigest(this.cipher, row).toString('latin1')}`;
    const household = row
      ? `${row.county}${householdHash(this.cipher, row.household_no).toString('latin1')}`
      : '';
    const earlier = this.seen.get(key);
    if (!earlier) {
      const seen = {
        number,
        content,
        household,
        hash,
        county: null,
        verdict: null,
        entered: false,
        left: false,
        moved: false,
        confirmed: false,
        conflict: false,
      };
      this.seen.set(key, seen);
      return seen;
    }
    if (row === null) return null;
    if (content === earlier.content && !earlier.conflict) {
      this.refusals.push({
        number,
        message: `和第 ${earlier.number} 行完全相同：只按第 ${earlier.number} 行导入`,
      });
      return null;
    }
    const twoHouseholds = earlier.household !== '' && earlier.household !== household;
    const message = (other: number) =>
      twoHouseholds
        ? `同一个人在两个户里（和第 ${other} 行）：请查清是哪一户，只留一行`
        : `和第 ${other} 行是同一个人：请只留一行`;
    this.refusals.push({ number, message: message(earlier.number) });
    if (!earlier.conflict && earlier.content !== null)
      this.refusals.push({ number: earlier.number, message: message(number) });
    earlier.conflict = true;
    return null;
  }

  private settle(seen: Seen, verdict: Verdict): Staged | null {
    seen.verdict = verdict.outcome;
    if (verdict.outcome === 'older') {
      this.refusals.push({
        number: seen.number,
        message: `数据日期早于台账里这个人已有的 ${verdict.newestDate}，内容又不一样：旧数据不能盖掉新数据`,
      });
      return null;
    }
    if (verdict.outcome === 'same') {
      seen.confirmed = verdict.confirm !== null;
      return verdict.confirm && { idHash: seen.hash, confirm: verdict.confirm };
    }
    Object.assign(seen, { entered: verdict.entered, left: verdict.left, moved: verdict.moved });
    return { idHash: seen.hash, version: verdict.version };
  }

  /** After the last batch. @param county where the missing are counted when no row was taken */
  async finish(county?: string): Promise<ImportCounts> {
    const all = [...this.seen.values()];
    const good = all.filter(({ conflict }) => !conflict);
    await unstage(
      this.client,
      all.filter(({ conflict }) => conflict).map(({ hash }) => hash),
    );
    const counties = county ? [county] : [...this.counties];
    const there = all.filter((seen) => seen.county !== null && counties.includes(seen.county)).length;
    const count = (is: (seen: Seen) => boolean) => good.filter(is).length;
    return {
      added: count(({ verdict }) => verdict === 'new'),
      changed: count(({ verdict }) => verdict === 'changed'),
      unchanged: count(({ verdict }) => verdict === 'same'),
      confirmed: count(({ confirmed }) => confirmed),
      entered: count(({ entered }) => entered),
      left: count(({ left }) => left),
      moved: count(({ moved }) => moved),
      missing: (await peopleIn(this.client, counties)) - there,
    };
  }

  /** The one county of the file, or null for several. */
  get county(): string | null {
    const [only, ...others] = this.counties;
    return others.length === 0 ? (only ?? null) : null;
  }
}
