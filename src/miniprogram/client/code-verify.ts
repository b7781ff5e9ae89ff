import nacl from 'tweetnacl';
import {
  type CodePayload,
  type CodeResult,
  codeFailure,
  decodeBase64url,
  type PublicCodeKey,
  parseToken,
} from '@/domain/code';

/**
 * The server's `verify`, on the phone and without network: whether one of the known keys signed this code. It cannot
 * know of revocations; whoever shows the answer says so (未查吊销).
 * @param keys as the server last gave them
 */
export function verifyOffline(
  text: string,
  keys: readonly PublicCodeKey[],
): CodeResult<{ payload: CodePayload; kid: string }> {
  const read = parseToken(text);
  if (!read.ok) return read;
  const found = keys.find(({ kid }) => kid === read.kid);
  const key = found ? decodeBase64url(found.x) : null;
  if (key?.length !== nacl.sign.publicKeyLength) return codeFailure('UnknownKey');
  return nacl.sign.detached.verify(read.signed, read.signature, key)
    ? { ok: true, payload: read.payload, kid: read.kid }
    : codeFailure('Tampered');
}
