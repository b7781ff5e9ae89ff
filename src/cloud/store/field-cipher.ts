/** Personal data, sealed field by field (seal.ts) and bound to table, column and row. */
import { createHash, createHmac } from 'node:crypto';
import type { Keys } from './keys';
import { derived, keyIdOf, openWith, SealBroken, type SealKey, sealKey, sealWith } from './seal';

/** Half of SM3 is more than enough to be unique among everybody, and half the index. */
const INDEX_BYTES = 16;
const READ_AGAIN_MS = 1_000;

export interface FieldCipher {
  /** @param place `table.column` */
  seal(place: string, row: string, value: string): Buffer;
  /** @throws SealBroken */
  open(place: string, row: string, sealed: Buffer): string;
  sealBytes(place: string, row: string, bytes: Uint8Array): Buffer;
  /** @throws SealBroken */
  openBytes(place: string, row: string, sealed: Buffer): Buffer;
  /** the key id a field was sealed with */
  keyOf(sealed: Buffer): number;
  readonly currentKey: number;
  /** keyed hash for looking a value up; the same word for one purpose only (`id`, `phone`, `openid` …) */
  blind(purpose: string, value: string): Buffer;
}

const derivedKeys = ({ fields }: Keys): Map<number, SealKey> =>
  new Map([...fields].map(([id, secret]) => [id, sealKey(secret)]));

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
  const keyFor = (id: number): SealKey => {
    if (!fieldKeys.has(id)) readAgain();
    const key = fieldKeys.get(id);
    if (!key) throw new SealBroken(`no field key ${id}`);
    return key;
  };
  const sealBytes = (place: string, row: string, bytes: Uint8Array): Buffer => {
    const id = presentKey();
    return sealWith(keyFor(id), id, place, row, bytes);
  };
  const openBytes = (place: string, row: string, sealed: Buffer): Buffer =>
    openWith(keyFor, place, row, sealed);

  return {
    get currentKey() {
      return keys.currentField;
    },
    keyOf: keyIdOf,
    sealBytes,
    openBytes,
    seal: (place, row, value) => sealBytes(place, row, Buffer.from(value, 'utf8')),
    open: (place, row, sealed) => openBytes(place, row, sealed).toString('utf8'),
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
