import { and, asc, eq } from 'drizzle-orm';
import type { FactsView } from '@/contract/resident';
import { dayInChina } from '@/domain/calendar/china';
import type { FactId, FactValue } from '@/domain/eligibility';
import { type ConsentKind, consentForFact } from '@/domain/privacy/consents';
import { askerOf, type Context, servicesOf, subjectOf } from '../../context';
import { savedOf } from '../../facts/kept';
import { type Family, familyOf, isMinor, lookedAt, memberFor } from '../../facts/reading';
import type { Payloads } from '../../requests/put';
import { factsOf, type Member } from '../../store/people';
import { request } from '../../store/schema';

/** What the register says of the person, or of a member of the household, as of a day. */
export async function mine(context: Context, input: { member?: string; as_of?: string }): Promise<FactsView> {
  const asOf = input.as_of ?? context.today;
  const family = await familyOf(context);
  const member = memberFor(family, input.member, context.today);
  const self = member.id === family.self.id;
  if (!self) await lookedAt(context, member, '看了您能享受什么');
  const withheld = new Set<ConsentKind>();
  const register = entriesOf(member, family, asOf).filter(({ fact }) => {
    const kind = consentForFact(fact);
    // another adult's health is not the household's business
    if (kind === 'health' && !self && !isMinor(family, member, context.today)) return false;
    if (!family.consents.has(kind)) withheld.add(kind);
    return family.consents.has(kind);
  });
  const acting = askerOf(context).mandate !== null;
  return {
    as_of: asOf,
    register,
    withheld: [...withheld],
    // what the person answered for themselves is not the helper's
    saved: self && !acting ? ((await savedOf(context, subjectOf(context).accountId))?.facts ?? {}) : {},
    disputed: self ? await disputes(context, family) : [],
  };
}

function entriesOf(member: Member, { members }: Family, day: string) {
  const facts = factsOf(member, members, day);
  const home = { value: member.county, source: member.row.source, date: member.versions.at(-1)?.confirmedOn };
  const all = Object.entries({ home_county: home, ...facts }) as [
    FactId,
    { value: FactValue; source: string; date: string },
  ][];
  return all.map(([fact, { value, source, date }]) => ({ fact, value, source, date }));
}

/** Each repeats the register, so the consent that its fact needs must still stand. */
async function disputes(context: Context, { consents }: Family): Promise<FactsView['disputed']> {
  const { store } = servicesOf(context);
  const { accountId, personId } = subjectOf(context);
  const rows = await store.db
    .select()
    .from(request)
    .where(and(eq(request.accountId, accountId), eq(request.kind, 'correction')))
    // of two corrections of one fact the later one is meant
    .orderBy(asc(request.createdAt), asc(request.id));
  return rows.flatMap((row) => {
    const text = store.cipher.open('request.payload', row.id, row.payloadEnc);
    const payload = JSON.parse(text) as Payloads['correction'];
    if (payload.personId !== personId || !consents.has(consentForFact(payload.fact))) return [];
    const { fact, register, said } = payload;
    return [{ fact, register, said, since: dayInChina(row.createdAt), answered: row.answeredAt !== null }];
  });
}
