import { and, eq, inArray, sql } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { ageOn } from '@/domain/identity';
import { birthDate } from '@/domain/register';
import { WORKING_AGE } from '@/domain/visits';
import { type Context, servicesOf, staffOf } from '../../context';
import { recordDeskLooksOnce } from '../../looks';
import { refuseField } from '../../refuse';
import { townsOf, type Villager, villagersOf, villagesOf } from '../../store/places';
import { visit } from '../../store/schema';
import { chosenIn, placeName, reachOf } from '../../visits/scope';
import { ruleIn } from './rule';
import { workshopsIn } from './workshops';

const LIST = '看了走访名单';

/** Who lives in the village, and who was seen this month. */
export async function residents(
  context: Context,
  input: InputOf<'visits.residents'>,
): Promise<OutputOf<'visits.residents'>> {
  const { county } = staffOf(context);
  const { store } = servicesOf(context);
  const month = monthOf(context, input.month);
  const reach = reachOf(context);
  const { town, village } = chosenIn(reach, input);
  const towns = reach.town === null ? await townsOf(store, county) : [reach.town];
  const villages =
    town === null ? [] : reach.village === null ? await villagesOf(store, county, town) : [reach.village];
  const people = town === null || village === null ? [] : await villagersOf(store, county, { town, village });
  const grown = people.filter(({ row }) => ageOn(birthDate(row.id_number), context.today) >= WORKING_AGE);
  // opened before and after each visit: three hundred people would read the same line thirty times
  await recordDeskLooksOnce(context, LIST, grown);
  return {
    month,
    rule: ruleIn(context, county, month),
    towns: towns.map(placeName),
    villages: villages.map(placeName),
    residents: await linesOf(context, inOrder(grown), month),
    workshops: await workshopsIn(context, { town, village }, month),
  };
}

/** @throws InvalidInput for a month that is none, or has not begun */
function monthOf({ today }: Context, asked: string | undefined): string {
  const present = today.slice(0, 7);
  const month = asked ?? present;
  const number = Number(month.slice(5));
  if (number < 1 || number > 12) throw refuseField('month', '没有这个月，请重新选');
  if (month > present) throw refuseField('month', '这个月还没有到，请重新选');
  return month;
}

/** Households by the name of the head, the head first. */
function inOrder(people: readonly Villager[]): Villager[] {
  const isHead = ({ row }: Villager) => row.relation === 'head';
  const households = new Map<string, Villager[]>();
  for (const one of people)
    households.set(one.householdId, [...(households.get(one.householdId) ?? []), one]);
  const nameOf = (members: readonly Villager[]) => (members.find(isHead) ?? members[0])?.row.name ?? '';
  return [...households.values()]
    .sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'zh-CN'))
    .flatMap((members) => members.sort((a, b) => Number(isHead(b)) - Number(isHead(a))));
}

async function linesOf(context: Context, people: readonly Villager[], month: string) {
  const { db } = servicesOf(context).store;
  const ids = people.map(({ personId }) => personId);
  const seen =
    ids.length === 0
      ? []
      : await db
          .select({
            personId: visit.personId,
            last: sql<string>`max(${visit.visitedOn})`,
            now: sql<string | null>`max(${visit.visitedOn}) filter (where ${visit.month} = ${month})`,
            entered: sql<boolean>`coalesce(bool_and(${visit.enteredAt} is not null)
              filter (where ${visit.month} = ${month}), false)`,
          })
          .from(visit)
          .where(and(inArray(visit.personId, ids), eq(visit.met, true)))
          .groupBy(visit.personId);
  const of = new Map(seen.map((one) => [one.personId, one]));
  return people.map(({ personId, householdId, row }) => ({
    person: personId,
    household: householdId,
    name: row.name,
    village: typeof row.village === 'string' ? row.village : null,
    phone: typeof row.phone === 'string' ? row.phone : null,
    head: row.relation === 'head',
    visited_on: of.get(personId)?.now ?? null,
    entered: of.get(personId)?.entered ?? false,
    last_visit: of.get(personId)?.last ?? null,
  }));
}
