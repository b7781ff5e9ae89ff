import { randomBytes } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { CodeView } from '@/contract/resident';
import { codeText, encodeBase64url, payloadOf } from '@/domain/code';
import { maskName } from '@/domain/identity';
import { signingKey } from '../../code/keys';
import { sign } from '../../code/signer';
import { consentsOf } from '../../consent/given';
import { type Context, servicesOf, subjectOf } from '../../context';
import { familyOf, isMinor, lookedAt, memberFor } from '../../facts/reading';
import { holdAccount } from '../../hold-account';
import { refuse } from '../../refuse';
import { codeRef } from '../../store/schema';
import { isTarget } from './target';

/** A new code for the person, or for a child the person is guardian of. */
export async function issue(context: Context, input: { member?: string }): Promise<CodeView> {
  const { accountId } = subjectOf(context);
  const { limits, publicUrl } = servicesOf(context);
  await limits.take('code_account', accountId);
  const family = await familyOf(context);
  const holder = memberFor(family, input.member, context.today);
  // grown-ups show their own
  if (holder.id !== family.self.id && !isMinor(family, holder, context.today)) throw refuse('NotAllowed');
  if (!family.consents.has('register')) throw refuse('ConsentNeeded');
  const target = isTarget(context, holder, family.members);
  const { reference, first } = await referenceOf(context, accountId, holder.id);
  // once a day: the code is made anew every minute
  if (first && holder.id !== family.self.id) await lookedAt(context, holder, '打开了您的帮扶码');
  const payload = payloadOf({
    reference: encodeBase64url(reference),
    targetGroup: target,
    county: holder.county,
    now: context.now.getTime() / 1000,
  });
  const token = await sign(payload, await signingKey(context));
  return {
    token,
    text: codeText(token, publicUrl),
    issued_at: new Date(payload.i * 1000).toISOString(),
    expires_at: new Date(payload.e * 1000).toISOString(),
    target,
    county: holder.county,
    name: maskName(holder.row.name),
  };
}

/** One reference for a holder and a day: nobody can follow a person from one day to the next. */
async function referenceOf(
  context: Context,
  accountId: string,
  personId: string,
): Promise<{ reference: Buffer; first: boolean }> {
  const { db } = servicesOf(context).store;
  const [known] = await db
    .select({ ref: codeRef.ref })
    .from(codeRef)
    .where(
      and(
        eq(codeRef.accountId, accountId),
        eq(codeRef.personId, personId),
        eq(codeRef.day, context.today),
        isNull(codeRef.revokedAt),
      ),
    )
    .limit(1);
  if (known) return { reference: known.ref, first: false };
  const reference = randomBytes(16);
  await holdAccount(context, accountId, async (queries) => {
    // withdrawn meanwhile: the codes were ended, and none may come after them
    if (!(await consentsOf(context, accountId, queries)).has('register')) throw refuse('ConsentNeeded');
    await queries.insert(codeRef).values({ ref: reference, personId, accountId, day: context.today });
  });
  return { reference, first: true };
}
