/** The signing keys: a new one every month, the old ones known until nothing they signed can be valid any more. */
import { randomUUID } from 'node:crypto';
import { desc, sql } from 'drizzle-orm';
import type { PublicCodeKey } from '@/domain/code';
import { type Context, servicesOf } from '../context';
import { codeKey } from '../store/schema';
import type { Store } from '../store/store';
import { generateKey, type PrivateCodeKey } from './signer';

const DAY_MS = 24 * 3_600_000;
const SIGNS_FOR_MS = 30 * DAY_MS;
/** A code is good for its day; a phone that was offline may bring it back a day later and must be told "expired". */
const KNOWN_FOR_MS = SIGNS_FOR_MS + 3 * DAY_MS;
const CACHE_MS = 60_000;

interface Ring {
  readonly readAt: number;
  readonly signing: PrivateCodeKey;
  readonly known: readonly PublicCodeKey[];
}

const rings = new WeakMap<Store, Promise<Ring>>();

async function ringOf(context: Context): Promise<Ring> {
  const { store } = servicesOf(context);
  const now = context.now.getTime();
  const cached = await rings.get(store)?.catch(() => undefined);
  if (cached && now - cached.readAt < CACHE_MS && now >= cached.readAt) return cached;
  const reading = readRing(store, context.now);
  rings.set(store, reading);
  return reading;
}

async function readRing(store: Store, now: Date): Promise<Ring> {
  const rows = await rowsOf(store);
  const newest = rows[0];
  if (!newest || now.getTime() - newest.createdAt.getTime() > SIGNS_FOR_MS) {
    await addKey(store, now);
    return readRing(store, now);
  }
  const known = rows.filter(({ createdAt }) => now.getTime() - createdAt.getTime() < KNOWN_FOR_MS);
  return {
    readAt: now.getTime(),
    signing: JSON.parse(
      store.cipher.open('code_key.private', newest.id, newest.privateEnc),
    ) as PrivateCodeKey,
    known: known.map(({ publicJwk }) => publicJwk as PublicCodeKey),
  };
}

const rowsOf = ({ db }: Pick<Store, 'db'>) => db.select().from(codeKey).orderBy(desc(codeKey.createdAt));

/** Several servers notice at once: one makes the key, the others find it. */
async function addKey(store: Store, now: Date): Promise<void> {
  await store.db.transaction(async (queries) => {
    await queries.execute(sql`select pg_advisory_xact_lock(7306)`);
    const [newest] = await queries.select().from(codeKey).orderBy(desc(codeKey.createdAt)).limit(1);
    if (newest && now.getTime() - newest.createdAt.getTime() <= SIGNS_FOR_MS) return;
    const { kid, publicJwk, privateJwk } = await generateKey();
    const id = randomUUID();
    const privateEnc = store.cipher.seal('code_key.private', id, JSON.stringify(privateJwk));
    await queries.insert(codeKey).values({ id, kid, publicJwk, privateEnc, createdAt: now });
  });
}

export const signingKey = async (context: Context): Promise<PrivateCodeKey> =>
  (await ringOf(context)).signing;
export const knownKeys = async (context: Context): Promise<readonly PublicCodeKey[]> =>
  (await ringOf(context)).known;

/** Read anew: another server may have made a key a moment ago. */
export async function newestKeys(context: Context): Promise<readonly PublicCodeKey[]> {
  const { store } = servicesOf(context);
  const reading = readRing(store, context.now);
  rings.set(store, reading);
  return (await reading).known;
}

/** Also those that sign nothing any more: for a code that was scanned without a signal, and brought back weeks later. */
export const everyKey = async (context: Context): Promise<readonly PublicCodeKey[]> =>
  (await rowsOf(servicesOf(context).store)).map(({ publicJwk }) => publicJwk as PublicCodeKey);
