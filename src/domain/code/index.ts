export { decodeBase64url, encodeBase64url } from './base64url';
export { type CodeAge, FRESH_SECONDS, judge } from './judge';
export { type CodeContent, type CodePayload, endOfDayInChina, payloadOf } from './payload';
export {
  type CodeProblem,
  type CodeProblemName,
  type CodeResult,
  codeFailure,
  codeText,
  type PublicCodeKey,
  parseToken,
  type ReadToken,
} from './token';
