/** What was said, beside what the register says, and what follows from both. */
import { and, eq } from 'drizzle-orm';
import type { DeskCase } from '@/contract/desk';
import { type Answers, factsSaid, shownQuestions } from '@/domain/cases';
import { compile, explain, FACTS, type FactId, type Facts } from '@/domain/eligibility';
import { boundAlready } from '../../cases/bind-unit';
import { countyName } from '../../cases/names';
import type { CaseRecord } from '../../cases/record';
import { answerText } from '../../cases/words';
import { type Context, servicesOf } from '../../context';
import type { Member } from '../../store/people';
import { account } from '../../store/schema';

/**
 * The register stands beside a case of its own county alone, and as long as whoever filed it is still matched with that
 * person: their consents are about nobody else.
 */
export async function isRegisterOpen(
  context: Context,
  { row }: CaseRecord,
  member: Member | null,
): Promise<boolean> {
  if (member?.county !== row.county || row.accountId === null) return false;
  const bound = await servicesOf(context)
    .store.db.select({ id: account.id })
    .from(account)
    .where(and(eq(account.id, row.accountId), eq(account.personId, member.id)));
  return bound.length > 0;
}

const shown = (fact: FactId, value: Facts[FactId]): string =>
  value === true ? '是' : value === false ? '不是' : `${String(value)}${unitOf(fact)}`;
const unitOf = (fact: FactId) => ('unit' in FACTS[fact] ? ` ${(FACTS[fact] as { unit: string }).unit}` : '');

/** Every answer, beside what the register says of the same. */
export function comparedOf(
  { book }: Context,
  { at, ground }: CaseRecord,
  register: Facts,
  member: Member | null,
): DeskCase['compared'] {
  const name = (code: string) => countyName(book, code);
  return shownQuestions(ground.service).flatMap((question) => {
    const answer = at.answers[question.id];
    if (answer === undefined) return [];
    const said = answerText(question, answer, name);
    const { fact, from_register: column } = question;
    if (column !== undefined) {
      const written = member?.row[column];
      const registered = typeof written === 'string' && written !== '' ? written : null;
      return [
        {
          id: question.id,
          label: question.label,
          said,
          register: registered,
          differs: registered !== null && registered !== answer,
        },
      ];
    }
    const value = fact === undefined ? undefined : register[fact];
    const known = fact !== undefined && value !== undefined && value !== null;
    const saidFact = fact === undefined ? undefined : factsSaid(ground.service, at.answers)[fact];
    return [
      {
        id: question.id,
        label: question.label,
        said,
        register: known ? (FACTS[fact].type === 'county' ? name(String(value)) : shown(fact, value)) : null,
        differs: known && saidFact !== undefined && saidFact !== value,
      },
    ];
  });
}

/** A unit that somebody files for already: another account beside, or instead. */
export async function boundLine(context: Context, record: CaseRecord): Promise<DeskCase['compared']> {
  const known = await boundAlready(context, record);
  if (!known) return [];
  const said = String(record.at.answers.unit_name ?? '');
  const register = `${known.name}，现在有${known.members}个账号替它办事`;
  return [{ id: 'unit_bound', label: '这个代码已经绑定过', said, register, differs: said !== known.name }];
}

/** What the engine says on the day of filing; what the person said stands where the register is silent or older. */
export function proposalsOf(
  { packs }: Context,
  { at, row, ground }: CaseRecord,
  register: Facts,
): DeskCase['proposals'] {
  const pack = packs.get(ground.region ?? '');
  if (!pack || ground.benefits.length === 0 || row.personId === null) return [];
  const facts: Facts = { ...factsSaid(ground.service, at.answers as Answers), ...register };
  const decisions = explain(compile(pack, at.filed_on), facts);
  return ground.benefits.flatMap((benefit) => {
    const decision = decisions.find((one) => one.benefit === benefit.id);
    return decision ? [{ as_of: at.filed_on, title: benefit.title, decision }] : [];
  });
}
