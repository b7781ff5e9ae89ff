/** Errors as the phone keeps them: what was refused stays refused, with its reason, after the app was closed. */
import { CallError, isCallErrorName } from './call';
import { isRecord } from './storage';

export type KeptError = Pick<CallError, 'name' | 'message' | 'fields'>;

export const keptError = (error: CallError | null): KeptError | null =>
  error && { name: error.name, message: error.message, fields: error.fields };

export function errorAgain(kept: unknown): CallError | null {
  if (!isRecord(kept) || !isCallErrorName(kept.name)) return null;
  const fields = Array.isArray(kept.fields) ? (kept.fields as CallError['fields']) : [];
  return new CallError(kept.name, String(kept.message), undefined, fields);
}

export const callError = (thrown: unknown): CallError =>
  thrown instanceof CallError ? thrown : new CallError('Internal', String(thrown));

const WAITING: readonly CallError['name'][] = [
  'NetworkError',
  'Timeout',
  'Internal',
  'NotReady',
  'TooManyTries',
  'SignInNeeded',
  'SessionEnded',
  'PersonChanged',
  // this version of the app is too old for the server: the next one can
  'UnknownProcedure',
];

/** Whether the same can be said again later with better luck; else it was refused. */
export const canWait = ({ name, retryAfter }: CallError): boolean =>
  WAITING.includes(name) || retryAfter !== undefined;

/** Nothing gets through to the server: no use in trying the next thing. */
export const nothingGetsThrough = ({ name }: CallError): boolean =>
  name === 'NetworkError' || name === 'Timeout' || name === 'NotReady';
