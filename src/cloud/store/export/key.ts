/** The key that signs exported files. The other side knows its public half; it changes only when somebody says so. */
import { randomUUID } from 'node:crypto';
import { desc, sql } from 'drizzle-orm';
import { CompactSign, importJWK } from 'jose';
import type { PublicCodeKey } from '@/domain/code';
import { generateKey, type PrivateCodeKey } from '../../code/signer';
import { exportKey } from '../schema';
import type { Queries, Store } from '../store';

const PLACE = 'export_key.private';
const KEY_LOCK = 7308;

/** Public halves, the present one first. */
export async function publicKeys({ db }: Pick<Store, 'db'>): Promise<PublicCodeKey[]> {
  const rows = await db.select().from(exportKey).orderBy(desc(exportKey.createdAt));
  return rows.map(({ publicJwk }) => publicJwk as PublicCodeKey);
}

/** From now on files are signed with another key. @returns its public half, to be given to the other side */
export async function newExportKey({ db, cipher }: Store, now: Date): Promise<PublicCodeKey> {
  return addKey(db, cipher, now);
}

async function addKey(queries: Queries, cipher: Store['cipher'], now: Date): Promise<PublicCodeKey> {
  const { kid, publicJwk, privateJwk } = await generateKey();
  const id = randomUUID();
  const privateEnc = cipher.seal(PLACE, id, JSON.stringify(privateJwk));
  await queries.insert(exportKey).values({ id, kid, publicJwk, privateEnc, createdAt: now });
  return publicJwk;
}

/** The present key; made at the first export. */
async function presentKey({ db, cipher }: Store, now: Date): Promise<PrivateCodeKey> {
  return db.transaction(async (queries) => {
    // two first exports at once make one key
    await queries.execute(sql`select pg_advisory_xact_lock(${KEY_LOCK})`);
    const newest = async () =>
      (await queries.select().from(exportKey).orderBy(desc(exportKey.createdAt)).limit(1))[0];
    let row = await newest();
    if (!row) {
      await addKey(queries, cipher, now);
      row = await newest();
    }
    if (!row) throw new Error('no export key');
    return JSON.parse(cipher.open(PLACE, row.id, row.privateEnc)) as PrivateCodeKey;
  });
}

/** What the signature says of a file. */
export interface FileStatement {
  readonly format: string;
  readonly county: string;
  readonly batch: string;
  readonly cases: number;
  /** of the whole file, hex */
  readonly sha256: string;
  readonly made_at: string;
}

/** A compact JWS (EdDSA). Its `typ` keeps it apart from the codes of residents. */
export async function signStatement(store: Store, statement: FileStatement, now: Date): Promise<string> {
  const key = await presentKey(store, now);
  return new CompactSign(new TextEncoder().encode(JSON.stringify(statement)))
    .setProtectedHeader({ alg: 'EdDSA', kid: key.kid, typ: 'bangfu-export' })
    .sign(await importJWK({ ...key }, 'EdDSA'));
}
