/**
 * The seal of everything personal: SM4-CTR, then HMAC-SM3 over everything (encrypt-then-MAC), because Node's OpenSSL
 * has no SM4-GCM. Suite byte · key id byte · 16 bytes IV · cipher text · 32 bytes MAC. The MAC also covers the place and
 * the row, so what is moved elsewhere does not open.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

const SM4_CTR_HMAC_SM3 = 2;
const IV_BYTES = 16;
const MAC_BYTES = 32;
const HEAD_BYTES = 2;

/** How much longer the sealed bytes are. */
export const SEAL_BYTES = HEAD_BYTES + IV_BYTES + MAC_BYTES;

/** What does not open: another key, another row, or changed bytes. Says which, never what. */
export class SealBroken extends Error {}

export interface SealKey {
  readonly encrypt: Buffer;
  readonly mac: Buffer;
}

export const derived = (secret: Buffer, label: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), label, bytes));

export const sealKey = (secret: Buffer): SealKey => ({
  encrypt: derived(secret, 'sm4', 16),
  mac: derived(secret, 'sm3', 32),
});

/** @param id of the key, to be found again in the second byte */
export function sealWith(key: SealKey, id: number, place: string, row: string, bytes: Uint8Array): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('sm4-ctr', key.encrypt, iv);
  const head = Buffer.from([SM4_CTR_HMAC_SM3, id]);
  const body = Buffer.concat([head, iv, cipher.update(bytes), cipher.final()]);
  return Buffer.concat([body, macOf(key, body, place, row)]);
}

/**
 * @param keyOf the key of an id
 * @throws SealBroken
 */
export function openWith(keyOf: (id: number) => SealKey, place: string, row: string, sealed: Buffer): Buffer {
  if (sealed.length < SEAL_BYTES || sealed[0] !== SM4_CTR_HMAC_SM3)
    throw new SealBroken(`${place}: not a sealed field`);
  const key = keyOf(keyIdOf(sealed));
  const body = sealed.subarray(0, -MAC_BYTES);
  if (!timingSafeEqual(sealed.subarray(-MAC_BYTES), macOf(key, body, place, row)))
    throw new SealBroken(`${place}: the seal does not hold`);
  const iv = body.subarray(HEAD_BYTES, HEAD_BYTES + IV_BYTES);
  const decipher = createDecipheriv('sm4-ctr', key.encrypt, iv);
  return Buffer.concat([decipher.update(body.subarray(HEAD_BYTES + IV_BYTES)), decipher.final()]);
}

export const keyIdOf = (sealed: Buffer): number => sealed[1] ?? 0;

const macOf = (key: SealKey, body: Buffer, place: string, row: string): Buffer =>
  createHmac('sm3', key.mac).update(body).update(`\0${place}\0${row}`).digest();
