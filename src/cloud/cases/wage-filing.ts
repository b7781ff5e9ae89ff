/** What filing a wage matter adds: how it counts, who comes first, with whom it goes, and by what it is found. */
import { eq } from 'drizzle-orm';
import type { ActionData, Answer, Answers, Service } from '@/domain/cases';
import { compile, explain, type Facts } from '@/domain/eligibility';
import { employerKey } from '@/domain/wages/employer';
import { filingOf } from '@/domain/wages/moments';
import { type Context, servicesOf } from '../context';
import { refuseField } from '../refuse';
import type { FieldCipher } from '../store/field-cipher';
import { wageGroup } from '../store/schema';
import type { Ground } from './rules';

type WageData = Pick<ActionData['file'], 'formal' | 'green' | 'group'>;

/**
 * Nothing for any other service.
 * @param facts what the register says, as far as the person agreed to its use
 * @throws InvalidInput when the number of a group is nobody's
 */
export async function wageData(
  context: Context,
  ground: Ground,
  answers: Answers,
  facts: Facts,
): Promise<WageData> {
  if (filingOf(ground.service) === null) return {};
  const group = await groupCalled(context, answers.group_code);
  return {
    formal: ground.formal === true,
    green: greenOf(context, ground, facts),
    ...(group !== null && { group }),
  };
}

/** Whether the region's document puts this person first. What the register does not say is not known, and never a no. */
function greenOf({ packs, today }: Context, { region, here }: Ground, facts: Facts): boolean | null {
  const pack = packs.get(region ?? '');
  if (here.green === undefined || !pack) return null;
  const decisions = explain(compile(pack, today), { ...facts, arrears: true });
  const found = decisions.find(({ benefit }) => benefit === here.green);
  if (found?.status === 'eligible') return true;
  return found?.status === 'not_eligible' ? false : null;
}

export const codeHashOf = (cipher: FieldCipher, code: string): Buffer =>
  cipher.blind('wage_group', code.normalize('NFKC').replace(/\D/g, ''));

async function groupCalled(context: Context, code: Answer | undefined): Promise<string | null> {
  if (typeof code !== 'string' || code.trim() === '') return null;
  const { db, cipher } = servicesOf(context).store;
  const [found] = await db
    .select({ id: wageGroup.id })
    .from(wageGroup)
    .where(eq(wageGroup.codeHash, codeHashOf(cipher, code)));
  if (!found)
    throw refuseField('group_code', '没有这个“一起讨薪”的号码。请和告诉您的人再对一遍，或者留空先提交');
  return found.id;
}

const CLAIMS = ['claim_wages', 'claim_overtime', 'claim_double', 'claim_severance'];

/** The columns by which the desk finds cases of the same matter; the names themselves stay sealed. */
export function wageColumns(cipher: FieldCipher, service: Pick<Service, 'regions'>, answers: Answers) {
  if (filingOf(service) === null) return {};
  const hash = (purpose: string, name: Answer | undefined) => {
    const key = employerKey(name);
    return key === null ? null : cipher.blind(purpose, key);
  };
  const month = (value: Answer | undefined) => (typeof value === 'string' ? value : null);
  const claims = CLAIMS.flatMap((id) => (typeof answers[id] === 'number' ? [answers[id]] : []));
  const total = typeof answers.owed_total === 'number' ? answers.owed_total : null;
  return {
    employerHash: hash('wage_employer', answers.employer_name),
    siteHash: hash('wage_site', answers.site_name),
    owedFrom: month(answers.owed_from),
    owedTo: month(answers.owed_to),
    askedFen: claims.length > 0 ? claims.reduce((sum, one) => sum + one, 0) : total,
  };
}
