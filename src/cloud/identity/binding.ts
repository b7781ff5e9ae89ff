/** From "I am signed in" to "I am this person of the register": two proofs, and no word about the register before. */
import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { BindingView } from '@/contract/identity';
import { consentsOf } from '../consent/given';
import { type Asker, type Context, servicesOf } from '../context';
import { matchHands } from '../hands/own';
import { heldAccount, holdAccount } from '../hold-account';
import { beginFitting } from '../messages/fitting';
import { refuse } from '../refuse';
import { recordLooksIn } from '../store/audit';
import { tokenHash } from '../store/field-cipher';
import { type Member, memberById, personByNumber } from '../store/people';
import { account, claim } from '../store/schema';
import type { Queries } from '../store/store';

const CONFIRM_MS = 10 * 60_000;
const PREFIX = 'BANGFU-CONFIRM:';

export interface Identity {
  readonly name: string;
  /** normalised */
  readonly number: string;
}

/** Names are compared as people write them: spaces and the middle dot of minority names vary. */
const plainName = (name: string) => name.normalize('NFKC').replace(/[\s·•・‧.．]/g, '');

/** The person of the register with this number and this name; null otherwise. Inside a transaction it asks through that alone. */
export async function registered(
  context: Context,
  { name, number }: Identity,
  queries?: Queries,
): Promise<Member | null> {
  const { store } = servicesOf(context);
  const found = await personByNumber(store, number, queries);
  const member = found && (await memberById({ cipher: store.cipher, db: queries ?? store.db }, found.id));
  return member && plainName(member.row.name) === plainName(name) ? member : null;
}

/** Keeps what was said, waiting for the second proof, and gives the QR for the village worker. */
export async function putClaim(
  context: Context,
  accountId: string,
  identity: Identity,
): Promise<BindingView> {
  const { cipher } = servicesOf(context).store;
  const identityEnc = cipher.seal('claim.identity', accountId, JSON.stringify(identity));
  const { view, columns } = newConfirm(context);
  await holdAccount(context, accountId, async (queries, { personId }) => {
    if (personId !== null) throw refuse('AlreadyBound');
    if (!(await consentsOf(context, accountId, queries)).has('identity')) throw refuse('ConsentNeeded');
    await queries
      .insert(claim)
      .values({ id: accountId, identityEnc, createdAt: context.now, ...columns })
      .onConflictDoUpdate({ target: claim.id, set: { identityEnc, createdAt: context.now, ...columns } });
  });
  return view;
}

/** Another QR for the same claim; the one before is worth nothing any more. */
export async function renewConfirm(context: Context, accountId: string): Promise<BindingView> {
  const { db } = servicesOf(context).store;
  const { view, columns } = newConfirm(context);
  await db.update(claim).set(columns).where(eq(claim.id, accountId));
  return view;
}

function newConfirm({ now }: Context) {
  const token = randomBytes(18).toString('base64url');
  const until = new Date(now.getTime() + CONFIRM_MS);
  const view: BindingView = {
    state: 'waiting',
    confirm: { text: `${PREFIX}${token}`, until: until.toISOString() },
  };
  return { view, columns: { confirmHash: tokenHash(token), confirmUntil: until } };
}

export interface OpenClaim {
  readonly accountId: string;
  readonly identity: Identity;
  readonly confirmHash: Buffer | null;
}

/** The claim behind a scanned confirmation; null when it was used or is too old. */
export async function claimByConfirm(context: Context, scanned: string): Promise<OpenClaim | null> {
  const { db, cipher } = servicesOf(context).store;
  const token = scanned.startsWith(PREFIX) ? scanned.slice(PREFIX.length) : scanned;
  const [found] = await db
    .select()
    .from(claim)
    .where(eq(claim.confirmHash, tokenHash(token)));
  if (!found || found.confirmUntil < context.now) return null;
  return {
    accountId: found.id,
    confirmHash: found.confirmHash,
    identity: openIdentity(cipher.open('claim.identity', found.id, found.identityEnc)),
  };
}

export async function claimOf(
  context: Context,
  accountId: string,
  queries: Queries = servicesOf(context).store.db,
): Promise<Identity | null> {
  const { cipher } = servicesOf(context).store;
  const [found] = await queries.select().from(claim).where(eq(claim.id, accountId));
  return found ? openIdentity(cipher.open('claim.identity', found.id, found.identityEnc)) : null;
}

const openIdentity = (text: string) => JSON.parse(text) as Identity;

export type BoundHow = 'phone' | 'in_person' | 'request';
export const HOW_WORDS: Record<BoundHow, string> = {
  phone: '登录手机号和台账一致，账号和台账对上了',
  in_person: '当面核对身份，账号和台账对上了',
  request: '核实身份，账号和台账对上了',
};

export interface SecondProof {
  readonly how: BoundHow;
  readonly worker: Asker | null;
  /** the confirmation scanned: the claim must still be the one that the worker saw */
  readonly confirmHash?: Buffer | null;
}

/**
 * The second proof is there. Written down for the person: another account bound to them would show.
 * @returns false when the account is matched already or gone, or its consent or the claim is no longer what it was
 */
export async function bindTo(
  queries: Queries,
  context: Context,
  accountId: string,
  member: Member,
  { how, worker, confirmHash }: SecondProof,
): Promise<boolean> {
  const { keys } = servicesOf(context).store;
  const held = await heldAccount(queries, accountId);
  if (held?.personId !== null) return false;
  if (!(await consentsOf(context, accountId, queries)).has('identity')) return false;
  const [said] = await queries.delete(claim).where(eq(claim.id, accountId)).returning();
  if (confirmHash && !said?.confirmHash?.equals(confirmHash)) return false;
  await queries
    .update(account)
    .set({ personId: member.id, boundAt: context.now, boundHow: how })
    .where(eq(account.id, accountId));
  await beginFitting(queries, context, accountId, member.id);
  await matchHands(context, queries, accountId, member.id);
  const by = worker?.staff ?? null;
  await recordLooksIn(
    queries,
    keys.audit,
    [
      {
        actorKind: by ? 'staff' : 'system',
        actorId: by ? (worker?.account.id ?? null) : null,
        office: by?.office ?? '就业帮扶码',
        purpose: HOW_WORDS[how],
        personId: member.id,
        accountId,
      },
    ],
    context.now,
  );
  return true;
}
