import { eq } from 'drizzle-orm';
import type { CodeCheck } from '@/contract/resident';
import { type CodePayload, decodeBase64url, judge } from '@/domain/code';
import { maskName } from '@/domain/identity';
import { knownKeys, newestKeys } from '../../code/keys';
import { verify as verifySignature } from '../../code/signer';
import { type Context, servicesOf } from '../../context';
import { recordLooks } from '../../store/audit';
import { memberById } from '../../store/people';
import { account, codeRef } from '../../store/schema';

const nothing: Omit<CodeCheck, 'result'> = {
  fresh: false,
  issued_at: null,
  target: null,
  county: null,
  name: null,
};

/** Genuine, expired, revoked or made up. What a code that is not genuine says is not repeated. */
export async function verify(context: Context, input: { token: string }): Promise<CodeCheck> {
  const { limits } = servicesOf(context);
  await limits.take('verify_caller', context.credentials.caller);
  let read = await verifySignature(input.token, await knownKeys(context));
  if (!read.ok && read.problem.name === 'UnknownKey')
    read = await verifySignature(input.token, await newestKeys(context));
  if (!read.ok) return { ...nothing, result: 'tampered' };
  const { payload } = read;
  const age = judge(payload, context.now.getTime() / 1000);
  const issued_at = new Date(payload.i * 1000).toISOString();
  if (age === 'expired' || age === 'not_yet') return { ...nothing, result: age, issued_at };
  const holder = await holderOf(context, payload);
  if (!holder) return { ...nothing, result: 'revoked', issued_at };
  return {
    result: 'genuine',
    fresh: age === 'fresh',
    issued_at,
    target: payload.t === 1,
    county: payload.c,
    name: await nameFor(context, holder),
  };
}

interface Holder {
  readonly personId: string;
  readonly showsName: boolean;
}

/** null: revoked, or no longer known because the account is gone */
async function holderOf(context: Context, payload: CodePayload): Promise<Holder | null> {
  const ref = decodeBase64url(payload.r);
  if (!ref) return null;
  const [found] = await servicesOf(context)
    .store.db.select({
      personId: codeRef.personId,
      revokedAt: codeRef.revokedAt,
      showsName: account.showsName,
    })
    .from(codeRef)
    .innerJoin(account, eq(account.id, codeRef.accountId))
    .where(eq(codeRef.ref, Buffer.from(ref)));
  return found && found.revokedAt === null ? found : null;
}

/** Masked, for staff of the holder's county (written down) or because the holder allows it. */
async function nameFor(context: Context, holder: Holder): Promise<string | null> {
  const { store } = servicesOf(context);
  const staff = context.asker?.staff ?? null;
  if (!holder.showsName && !staff) return null;
  const member = await memberById(store, holder.personId);
  if (!member) return null;
  const mayLook = staff !== null && staff.county === member.county;
  if (mayLook) {
    await recordLooks(
      store,
      [
        {
          actorKind: 'staff',
          actorId: context.asker?.account.id ?? null,
          office: staff.office,
          purpose: '扫了您的帮扶码',
          personId: member.id,
        },
      ],
      context.now,
    );
  }
  return mayLook || holder.showsName ? maskName(member.row.name) : null;
}
