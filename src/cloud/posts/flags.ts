/** What the desk is told to look at, each with where it says so. It refuses nothing: people decide. */
import { and, eq, gte, inArray, or } from 'drizzle-orm';
import type { PostFlagView } from '@/contract/posts';
import { isTooLong, type LongestTerm, longestTerm, type PostFlag } from '@/domain/posts';
import { type Context, packFor, servicesOf } from '../context';
import { account, person, postHolder, staff, staffRelation } from '../store/schema';
import { notOver } from './running';

export type HolderRow = typeof postHolder.$inferSelect;

interface Rules {
  readonly longest: (LongestTerm & { readonly number: string; readonly expired_on: string | null }) | null;
  /** what the document says against favouring relatives; null: it has no such words */
  readonly relatives: PostFlagView['basis'];
}

/** What the documents of a county say of posts. */
export function rulesOf(context: Context, county: string): Rules {
  const pack = packFor(context, county);
  const term = pack ? longestTerm(pack) : null;
  const document = pack?.documents.find(({ id }) => id === term?.document);
  const to = document?.effective.to ?? null;
  return {
    longest: term && {
      ...{ ...term, number: document?.number ?? '' },
      // said beside it: by the rule of today it may be otherwise
      expired_on: to !== null && to < context.today ? to : null,
    },
    relatives: relativesIn(context, pack?.region.documents ?? []),
  };
}

/** The clause that has the word, word for word, from its comma to the next. */
function relativesIn({ book }: Context, documents: readonly string[]): PostFlagView['basis'] {
  for (const { id, items } of book.documents)
    for (const { key, text } of documents.includes(id) ? items : []) {
      const clause = /[^，,。；;]*优亲厚友[^，,。；;]*/.exec(text)?.[0];
      if (clause) return { document: id, item: key, quote: clause };
    }
  return null;
}

/** Who decides there and in which households they are: by the county's own word, and as the officer's account is matched. */
interface Deciders {
  readonly homes: ReadonlyMap<string, string>;
  readonly declared: ReadonlyMap<string, string>;
}

export async function decidersOf(context: Context, county: string): Promise<Deciders> {
  const { db } = servicesOf(context).store;
  const inOffice = and(eq(staff.county, county), gte(staff.until, context.today));
  const homes = await db
    .select({ office: staff.office, home: person.householdId })
    .from(staff)
    .leftJoin(account, eq(account.id, staff.id))
    .innerJoin(person, or(eq(person.id, staff.personId), eq(person.id, account.personId)))
    .where(inOffice);
  const declared = await db
    .select({ office: staff.office, home: staffRelation.householdId })
    .from(staffRelation)
    .innerJoin(staff, eq(staff.id, staffRelation.staffId))
    .where(inOffice);
  return {
    homes: new Map(homes.map(({ home, office }) => [home, office])),
    declared: new Map(declared.map(({ home, office }) => [home, office])),
  };
}

type Held = Pick<HolderRow, 'id' | 'postId' | 'personId' | 'startsOn' | 'endsOn'>;

/** Contracts that are not over, by household. */
export async function heldBy(context: Context, households: readonly string[]): Promise<Map<string, Held[]>> {
  if (households.length === 0) return new Map();
  const rows = await servicesOf(context)
    .store.db.select()
    .from(postHolder)
    .where(and(inArray(postHolder.householdId, [...households]), notOver(context)));
  const found = new Map<string, Held[]>();
  for (const row of rows)
    if (row.householdId) found.set(row.householdId, [...(found.get(row.householdId) ?? []), row]);
  return found;
}

/** Somebody in a post is one of them, also where the contract was renewed. */
const seatOf = ({ postId, personId, id }: Held) => `${postId} ${personId ?? id}`;
export const seatsOf = (held: readonly Held[] = []): number => new Set(held.map(seatOf)).size;

/** Other posts the household has while this contract runs. */
const besides = (row: HolderRow, held: readonly Held[] = []): number =>
  seatsOf(
    held.filter(
      (other) =>
        seatOf(other) !== seatOf(row) && other.startsOn <= row.endsOn && other.endsOn >= row.startsOn,
    ),
  );

const flag = (kind: PostFlag, text: string, basis: PostFlagView['basis'] = null): PostFlagView => ({
  kind,
  text,
  basis,
});

/** Of a household: another post in it, or somebody who decides. @param others how many other posts it has */
export function homeFlags(
  { relatives }: Rules,
  { homes, declared }: Deciders,
  household: string | null,
  others: number,
): PostFlagView[] {
  if (household === null) return [];
  const by = homes.get(household);
  const said = declared.get(household);
  return [
    ...(others > 0
      ? [
          flag(
            'household',
            '一家人有两个公益性岗位。本地文件没有说不行；有的区县（万州）不再安排，以当地为准，请核实。',
          ),
        ]
      : []),
    ...(by ? [flag('relative', `和工作人员（${by}）是一家人，请看看是不是优亲厚友。`, relatives)] : []),
    ...(said
      ? [flag('declared', `工作人员（${said}）声明过和这家是亲属，请看看是不是优亲厚友。`, relatives)]
      : []),
  ];
}

/** Without a number nobody sees whose family it is. */
const UNMATCHED = '没有和台账对上，请核对证件号。';
const NAMESAKE = '本村台账里有同名的人，请看看是不是本人。';

export function holderFlags(
  context: Context,
  rules: Rules,
  deciders: Deciders,
  held: ReadonlyMap<string, readonly Held[]>,
  row: HolderRow,
  { renewed, namesake }: { readonly renewed: boolean; readonly namesake: boolean },
): PostFlagView[] {
  if (row.endedOn !== null) return [];
  const { longest } = rules;
  const others = row.householdId ? besides(row, held.get(row.householdId)) : 0;
  return [
    ...(row.personId === null ? [flag('unknown', `${UNMATCHED}${namesake ? NAMESAKE : ''}`)] : []),
    ...(longest && isTooLong(row.startsOn, row.endsOn, longest)
      ? [
          flag(
            'too_long',
            `合同超过${longest.months}个月，文件写每次不超过这么长，请核实、改签。不影响本人上岗。${
              longest.expired_on ? `这份文件执行到${longest.expired_on}，以现在的规定为准。` : ''
            }`,
            {
              document: longest.document,
              item: longest.item,
              quote: longest.quote,
            },
          ),
        ]
      : []),
    ...(row.endsOn < context.today && !renewed
      ? [flag('ended', '合同已经到期，没有续签，也没有记退岗。')]
      : []),
    ...homeFlags(rules, deciders, row.householdId, others),
  ];
}

export const overFlag = (people: number, held: number): PostFlagView[] =>
  held > people ? [flag('over', `这个岗位写的是${people}人，已经有${held}人。`)] : [];
