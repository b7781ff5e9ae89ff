/**
 * The written form of a code: a compact JWS (RFC 7515, EdDSA), header `{"alg":"EdDSA","kid":…}`, payload `CodePayload`;
 * or the address of the page that verifies it, with the token in `t`, so that any camera opens the right page.
 * Reading it here says nothing about the signature: see `cloud/code/signer.ts` and `client/code-verify.ts`.
 */
import { asciiOf, bytesOfAscii, decodeBase64url } from './base64url';
import { type CodePayload, isCodePayload } from './payload';

/** The public half of a signing key (RFC 8037). */
export interface PublicCodeKey {
  readonly kid: string;
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  /** 32 bytes, base64url */
  readonly x: string;
}

export type CodeProblemName =
  | 'Empty'
  | 'TooLong'
  /** some other QR code */
  | 'NotOurCode'
  /** ours by its look, but cut off or mistyped */
  | 'BrokenCode'
  /** whole, but signed with a key nobody here knows */
  | 'UnknownKey'
  /** whole, but what it says is not what was signed */
  | 'Tampered';

export interface CodeProblem {
  readonly name: CodeProblemName;
  readonly message: string;
}

export type CodeResult<T> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly problem: CodeProblem };

const MESSAGES: Record<CodeProblemName, string> = {
  Empty: '没有读到内容，请再扫一次',
  TooLong: '这不是就业帮扶码：内容太长了',
  NotOurCode: '这不是就业帮扶码，是别的二维码',
  BrokenCode: '这个码不完整，请对方刷新后再扫一次',
  UnknownKey: '认不出是谁签发的，不能当真。请联网后再扫一次',
  Tampered: '这个码被改动过，是假的',
};

export const codeFailure = (name: CodeProblemName): { ok: false; problem: CodeProblem } => ({
  ok: false,
  problem: { name, message: MESSAGES[name] },
});

export interface ReadToken {
  readonly token: string;
  readonly kid: string;
  readonly payload: CodePayload;
  /** what the signature covers, as bytes */
  readonly signed: Uint8Array;
  /** 64 bytes */
  readonly signature: Uint8Array;
}

const MAX_TEXT = 1024;
const MAX_TOKEN = 512;
const VERIFY_PAGE = '/#/packages/code/verify/index';
const KID = /^[\w-]{1,32}$/;
const SIGNATURE_BYTES = 64;

/** @param text what a camera read or a person pasted */
export function parseToken(text: string): CodeResult<ReadToken> {
  if (text.length > MAX_TEXT) return codeFailure('TooLong');
  const typed = text.trim();
  if (typed === '') return codeFailure('Empty');
  const token = /^https?:\/\//i.test(typed) ? tokenOfAddress(typed) : typed;
  if (token === null || !/^eyJ[\w-]*(\.|$)/.test(token)) return codeFailure('NotOurCode');
  if (token.length > MAX_TOKEN) return codeFailure('TooLong');

  const parts = token.split('.');
  if (parts.length > 3) return codeFailure('NotOurCode');
  const [head = '', body = '', tail = ''] = parts;
  const header = jsonOf(head);
  // another kind of signed token that happens to be around
  if (isRecord(header) && header.alg !== 'EdDSA') return codeFailure('NotOurCode');
  const payload = jsonOf(body);
  const signature = decodeBase64url(tail);
  if (!isHeader(header) || payload === undefined || signature?.length !== SIGNATURE_BYTES)
    return codeFailure('BrokenCode');
  if (!isCodePayload(payload)) return codeFailure('NotOurCode');
  return { ok: true, token, kid: header.kid, payload, signed: bytesOfAscii(`${head}.${body}`), signature };
}

/**
 * What the QR code says.
 * @param publicUrl where the browser version is reached; without one the bare token, which our own scanner reads
 */
export const codeText = (token: string, publicUrl: string | null): string =>
  publicUrl === null ? token : `${publicUrl.replace(/\/+$/, '')}${VERIFY_PAGE}?t=${token}`;

function tokenOfAddress(address: string): string | null {
  const at = address.indexOf(VERIFY_PAGE);
  if (at < 0) return null;
  return /^\?(?:[^#]*&)?t=([\w.-]+)(?:[&#]|$)/.exec(address.slice(at + VERIFY_PAGE.length))?.[1] ?? null;
}

/** undefined when the part is no JSON in base64url */
function jsonOf(part: string): unknown {
  const bytes = decodeBase64url(part);
  const text = bytes && asciiOf(bytes);
  if (!text) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Nothing but these two: a `crit` or an embedded key would change how a token is to be read. */
const isHeader = (value: unknown): value is { alg: 'EdDSA'; kid: string } =>
  isRecord(value) &&
  Object.keys(value).length === 2 &&
  value.alg === 'EdDSA' &&
  typeof value.kid === 'string' &&
  KID.test(value.kid);
