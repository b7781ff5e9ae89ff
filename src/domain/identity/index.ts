export { ageOn, minor, under14 } from './age';
export { checkCreditCode, creditCheckDigit } from './credit-code';
export {
  ACCEPTED_KINDS,
  checkIdNumber,
  type IdCheck,
  type IdKind,
  type IdProblem,
  type IdProblemName,
  idCheckDigit,
} from './id-number';
export { maskIdNumber, maskName, maskPhone } from './mask';
export { checkPhoneNumber, type PhoneCheck, type PhoneProblemName } from './phone-number';
export { hasPrivateNumber } from './private-number';
