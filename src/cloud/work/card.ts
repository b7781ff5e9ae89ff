/** 名片: what somebody can do and looks for, sealed for their account. */
import { and, desc, eq, inArray, isNotNull, or } from 'drizzle-orm';
import type { CardView } from '@/contract/work';
import { type Card, EMPTY_CARD, NO_WISHES } from '@/domain/jobs/card';
import type { Skill } from '@/domain/jobs/kinds';
import { SKILLS } from '@/domain/jobs/kinds';
import { memberOf, registerFacts } from '../cases/applicant';
import { askerOf, type Context, servicesOf } from '../context';
import type { FieldCipher } from '../store/field-cipher';
import { trainingEnrolment, trainingSession, workCard } from '../store/schema';
import type { Queries } from '../store/store';

type Row = typeof workCard.$inferSelect;
const PLACE = 'work_card.content';

export const sealCard = (cipher: FieldCipher, accountId: string, card: Card): Buffer =>
  cipher.seal(PLACE, accountId, JSON.stringify(card));

/** What a later version of the words no longer knows is left out. */
function cardIn(cipher: FieldCipher, { id, contentEnc }: Row): Card {
  const kept = JSON.parse(cipher.open(PLACE, id, contentEnc)) as Card;
  return {
    ...EMPTY_CARD,
    ...kept,
    skills: kept.skills.filter((one) => one in SKILLS),
    wishes: { ...NO_WISHES, ...kept.wishes },
  };
}

export interface KeptCard {
  readonly card: Card;
  readonly rev: number;
  readonly savedAt: Date;
}

export async function cardOf(
  context: Context,
  accountId: string,
  queries: Queries = servicesOf(context).store.db,
): Promise<KeptCard | null> {
  const [row] = await queries.select().from(workCard).where(eq(workCard.id, accountId));
  if (!row) return null;
  return { card: cardIn(servicesOf(context).store.cipher, row), rev: row.rev, savedAt: row.savedAt };
}

/** What whoever asks can do, for the reasons beside a posting; nothing for a stranger or where nothing was said. */
export async function skillsOf(context: Context): Promise<readonly Skill[]> {
  const { asker } = context;
  // a helper without leave to apply does not read the card either
  if (!asker || (asker.mandate && !asker.mandate.services.includes('apply'))) return [];
  return (await cardOf(context, asker.subject.id))?.card.skills ?? [];
}

type Proofs = CardView['proofs'];

/** What is known without being typed: courses with a certificate, and the register's own word on the trade. */
export async function proofsOf(context: Context): Promise<Proofs> {
  return [...(await certificatesOf(context)), ...(await registered(context))];
}

export async function certificatesOf(context: Context): Promise<Proofs> {
  const { subject } = askerOf(context);
  const rows = await servicesOf(context)
    .store.db.select({
      title: trainingSession.title,
      provider: trainingSession.provider,
      on: trainingEnrolment.certifiedOn,
      number: trainingEnrolment.certificate,
    })
    .from(trainingEnrolment)
    .innerJoin(trainingSession, eq(trainingSession.id, trainingEnrolment.sessionId))
    .where(
      and(
        or(
          eq(trainingEnrolment.accountId, subject.id),
          subject.personId === null ? undefined : eq(trainingEnrolment.personId, subject.personId),
        ),
        isNotNull(trainingEnrolment.certificate),
        inArray(trainingEnrolment.state, ['certified']),
      ),
    )
    .orderBy(desc(trainingEnrolment.certifiedOn))
    .limit(MOST_PROOFS);
  return rows.map(({ title, provider, on, number }) => ({ title, source: provider, on, number }));
}

const MOST_PROOFS = 10;

/** Only with the consent to read it, and for no helper who may not see the register. */
async function registered(context: Context): Promise<Proofs> {
  const { subject, mandate } = askerOf(context);
  if (mandate && !mandate.services.includes('benefits')) return [];
  const member = await memberOf(context, subject.personId);
  if (!member) return [];
  const { facts, sources } = await registerFacts(context, member, subject.id);
  const from = sources.labour_grade;
  return facts.labour_grade === 'skilled' && from
    ? [{ title: '技能劳动力', source: from.source, on: from.date, number: null }]
    : [];
}
