/**
 * Personal data, sealed field by field: SM4-CTR, then HMAC-SM3 over everything (encrypt-then-MAC), because
 * Node's OpenSSL has no SM4-GCM. One field = suite byte · key id byte · 16 bytes IV · cipher text · 32 bytes MAC.
 * The MAC also covers the field's place (table, column, row), so a value moved to another row does not open.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import type { Keys } from './keys';

const SM4_CTR_HMAC_SM3 = 2;
const IV_BYTES = 16;
const MAC_BYTES = 32;
const HEAD_BYTES = 2;
/** Half of SM3 is more than enough to be unique among everybody, and half the index. */
const INDEX_BYTES = 16;
const READ_AGAIN_MS = 1_000;

/** A field that does not open: another key, another row, or changed bytes. Says which, never what. */
export class SealBroken extends Error {}

export interface FieldCipher {
  /** @param place `table.column` */
  seal(place: string, row: string, value: string): Buffer;
  /** @throws SealBroken */
  open(place: string, row: string, sealed: Buffer): string;
  /** the key id a field was sealed with */
  keyOf(sealed: Buffer): number;
  readonly currentKey: number;
  /** keyed hash for looking a value up; the same word for one purpose only (`id`, `phone`, `openid` …) */
  blind(purpose: string, value: string): Buffer;
}

interface FieldKey {
  readonly encrypt: Buffer;
  readonly mac: Buffer;
}

const derived = (secret: Buffer, label: string, bytes: number) =>
  Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), label, bytes));

function derivedKeys({ fields }: Keys): Map<number, FieldKey> {
  const derivedOf = (secret: Buffer) => ({
    encrypt: derived(secret, 'sm4', 16),
    mac: derived(secret, 'sm3', 32),
  });
  return new Map([...fields].map(([id, secret]) => [id, derivedOf(secret)]));
}

/**
 * @param reload reads the keys again when a field names one that is not known, and now and then before sealing: keys may
 *   be changed under a running server, and what it goes on sealing with the old one is lost once that is retired
 */
export function createFieldCipher(first: Keys, reload: (() => Keys) | null = null): FieldCipher {
  let keys = first;
  let fieldKeys = derivedKeys(keys);
  const indexKeys = new Map<string, Buffer>();

  let readAt = Date.now();
  const readAgain = () => {
    readAt = Date.now();
    keys = reload?.() ?? keys;
    fieldKeys = derivedKeys(keys);
  };
  const presentKey = (): number => {
    if (reload && Math.abs(Date.now() - readAt) > READ_AGAIN_MS) {
      try {
        readAgain();
      } catch {
        // a file that is being put in place; the keys at hand still open what they seal
      }
    }
    return keys.currentField;
  };
  const keyFor = (id: number): FieldKey => {
    if (!fieldKeys.has(id)) readAgain();
    const key = fieldKeys.get(id);
    if (!key) throw new SealBroken(`no field key ${id}`);
    return key;
  };
  const macOf = (key: FieldKey, body: Buffer, place: string, row: string) =>
    createHmac('sm3', key.mac).update(body).update(`\0${place}\0${row}`).digest();

  return {
    get currentKey() {
      return keys.currentField;
    },
    keyOf: (sealed) => sealed[1] ?? 0,
    seal(place, row, value) {
      const id = presentKey();
      const key = keyFor(id);
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('sm4-ctr', key.encrypt, iv);
      const head = Buffer.from([SM4_CTR_HMAC_SM3, id]);
      const body = Buffer.concat([head, iv, cipher.update(value, 'utf8'), cipher.final()]);
      return Buffer.concat([body, macOf(key, body, place, row)]);
    },
    open(place, row, sealed) {
      if (sealed.length < HEAD_BYTES + IV_BYTES + MAC_BYTES || sealed[0] !== SM4_CTR_HMAC_SM3)
        throw new SealBroken(`${place}: not a sealed field`);
      const key = keyFor(sealed[1] ?? 0);
      const body = sealed.subarray(0, -MAC_BYTES);
      if (!timingSafeEqual(sealed.subarray(-MAC_BYTES), macOf(key, body, place, row)))
        throw new SealBroken(`${place}: the seal does not hold`);
      const decipher = createDecipheriv(
        'sm4-ctr',
        key.encrypt,
        body.subarray(HEAD_BYTES, HEAD_BYTES + IV_BYTES),
      );
      const text = Buffer.concat([decipher.update(body.subarray(HEAD_BYTES + IV_BYTES)), decipher.final()]);
      return text.toString('utf8');
    },
    blind(purpose, value) {
      let key = indexKeys.get(purpose);
      if (!key) {
        key = derived(keys.index, purpose, 32);
        indexKeys.set(purpose, key);
      }
      return createHmac('sm3', key).update(value).digest().subarray(0, INDEX_BYTES);
    },
  };
}

/** Tokens are random and long: their plain hash is enough, and a stolen database holds no session. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();
