/** Signs and verifies personal codes (Ed25519, compact JWS). Which keys there are, and since when, is the store's. */
import {
  CompactSign,
  type CryptoKey,
  calculateJwkThumbprint,
  compactVerify,
  errors,
  exportJWK,
  generateKeyPair,
  importJWK,
} from 'jose';
import {
  type CodePayload,
  type CodeResult,
  codeFailure,
  type PublicCodeKey,
  parseToken,
} from '@/domain/code';

export interface PrivateCodeKey extends PublicCodeKey {
  /** 32 bytes, base64url: never leaves the server, never in a log */
  readonly d: string;
}

export interface CodeKeyPair {
  readonly kid: string;
  readonly publicJwk: PublicCodeKey;
  readonly privateJwk: PrivateCodeKey;
}

/** Enough of the thumbprint to tell a handful of keys apart; each character more makes the QR code finer. */
const KID_LENGTH = 8;

export async function generateKey(): Promise<CodeKeyPair> {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const { x, d } = await exportJWK(pair.privateKey);
  if (x === undefined || d === undefined) throw new Error('an Ed25519 key without its halves');
  const kid = (await calculateJwkThumbprint({ kty: 'OKP', crv: 'Ed25519', x })).slice(0, KID_LENGTH);
  const publicJwk: PublicCodeKey = { kid, kty: 'OKP', crv: 'Ed25519', x };
  return { kid, publicJwk, privateJwk: { ...publicJwk, d } };
}

const encoder = new TextEncoder();

/** The token. @throws when the key is not an Ed25519 private key */
export async function sign(payload: CodePayload, key: PrivateCodeKey): Promise<string> {
  const { r, t, c, i, e } = payload;
  return new CompactSign(encoder.encode(JSON.stringify({ r, t, c, i, e })))
    .setProtectedHeader({ alg: 'EdDSA', kid: key.kid })
    .sign(await imported(key));
}

/**
 * What a token says, when one of the keys signed it. Problems: those of `parseToken`, `UnknownKey`, `Tampered`.
 * @param publicJwks the keys still accepted: the present one and those it replaced within the overlap
 */
export async function verify(
  text: string,
  publicJwks: readonly PublicCodeKey[],
): Promise<CodeResult<{ payload: CodePayload; kid: string }>> {
  const read = parseToken(text);
  if (!read.ok) return read;
  const key = publicJwks.find(({ kid }) => kid === read.kid);
  if (!key) return codeFailure('UnknownKey');
  try {
    await compactVerify(read.token, await imported(key), { algorithms: ['EdDSA'] });
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return codeFailure('Tampered');
    throw error;
  }
  return { ok: true, payload: read.payload, kid: read.kid };
}

const cache = new WeakMap<PublicCodeKey, Promise<CryptoKey>>();

/** Importing costs more than a signature: once a key object. */
function imported(key: PublicCodeKey | PrivateCodeKey): Promise<CryptoKey> {
  let pending = cache.get(key);
  if (!pending) {
    pending = importJWK({ ...key }, 'EdDSA').then((ready) => {
      if (ready instanceof Uint8Array) throw new TypeError('not an Ed25519 key');
      return ready;
    });
    cache.set(key, pending);
  }
  return pending;
}
