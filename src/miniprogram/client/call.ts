import Taro from '@tarojs/taro';
import type { InputOf, OutputOf, Path } from '@/contract/api';
import type { ErrorName } from '@/contract/errors';
import { mandateIsOver } from './acting';
import { currentSession, personGeneration, signedOut } from './session';

/** Errors of the contract and those that arise on the way. */
export type CallErrorName = ErrorName | 'NetworkError' | 'Timeout' | 'PersonChanged';

/** An input field at fault, as the server names it. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

export class CallError extends Error {
  override readonly name: CallErrorName;
  readonly requestId: string | undefined;
  readonly fields: readonly FieldProblem[];
  /** seconds until another try makes sense */
  readonly retryAfter: number | undefined;
  constructor(
    name: CallErrorName,
    message: string = name,
    requestId?: string,
    fields: readonly FieldProblem[] = [],
    retryAfter?: number,
  ) {
    super(message);
    // built for ES5, a class that extends Error loses its prototype
    Object.setPrototypeOf(this, CallError.prototype);
    this.name = name;
    this.requestId = requestId;
    this.fields = fields;
    this.retryAfter = retryAfter;
  }
}

const TIMEOUT_MS = 8000;
const PAUSES_MS = [400, 1200];

export interface CallOptions {
  /** it does something: sent once, whatever the network says */
  readonly once?: boolean;
  /** for whom, when that is not for whoever the screen is: a holder by the mandate, oneself, or without any name */
  readonly as?: { readonly acting: string | null } | 'nobody';
}

/**
 * One procedure of the API. A read is tried three times when the network or the server fails.
 * An answer that comes after another person took the screen is thrown away (`PersonChanged`).
 * @throws CallError
 */
export async function call<P extends Path>(
  path: P,
  input: InputOf<P>,
  { once = false, as }: CallOptions = {},
): Promise<OutputOf<P>> {
  const asker = personGeneration();
  // policies are the same for everybody
  const stranger = () => !path.startsWith('policy.') && asker !== personGeneration();
  for (let attempt = 0; ; attempt++) {
    const whom = as ?? { acting: currentSession().signed?.acting ?? null };
    try {
      const data = openEnvelope(await send(path, input, whom)) as OutputOf<P>;
      if (stranger()) throw new CallError('PersonChanged');
      return data;
    } catch (thrown) {
      const error = thrown instanceof CallError ? thrown : new CallError('Internal', String(thrown));
      if (stranger()) throw new CallError('PersonChanged');
      if (error.name === 'SessionEnded') signedOut();
      if (error.name === 'MandateEnded' && whom !== 'nobody' && whom.acting) mandateIsOver(whom.acting);
      const pause = once ? undefined : PAUSES_MS[attempt];
      if (pause === undefined || !worthAnother(error.name)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
      // else it would be said again in the name of whoever came meanwhile
      if (stranger()) throw new CallError('PersonChanged');
    }
  }
}

const worthAnother = (name: CallErrorName) =>
  name === 'NetworkError' || name === 'Timeout' || name === 'Internal';

interface Answer {
  body: unknown;
  /** HTTP status; 200 from a cloud function */
  status: number;
}

type As = NonNullable<CallOptions['as']>;

function send(path: string, input: unknown, as: As): Promise<Answer> {
  const cloud = process.env.TARO_ENV === 'weapp' && TRANSPORT === 'cloud';
  return inTime(cloud ? sendToCloud(path, input, as) : sendByHttp(path, input, as));
}

async function sendByHttp(path: string, input: unknown, as: As): Promise<Answer> {
  try {
    const { data, statusCode } = await Taro.request<unknown>({
      url: `${API_BASE}/api/call`,
      method: 'POST',
      header: { 'content-type': 'application/json', ...credentials(as) },
      data: { path, input },
      timeout: TIMEOUT_MS,
    });
    return { body: data, status: statusCode };
  } catch (thrown) {
    throw wireError(thrown);
  }
}

function credentials(as: As): Record<string, string> {
  const { signed } = currentSession();
  if (!signed || as === 'nobody') return {};
  const header: Record<string, string> = { authorization: `Bearer ${signed.token}` };
  if (as.acting) header['x-acting-for'] = as.acting;
  return header;
}

async function sendToCloud(path: string, input: unknown, as: As): Promise<Answer> {
  try {
    const { signed } = currentSession();
    const who = as === 'nobody' ? {} : { session: signed?.token, acting_for: as.acting ?? undefined };
    const { result } = await Taro.cloud.callFunction({ name: 'api', data: { path, input, ...who } });
    return { body: result, status: 200 };
  } catch (thrown) {
    throw wireError(thrown);
  }
}

function wireError(thrown: unknown): CallError {
  const text = isObject(thrown) ? String(thrown.errMsg ?? thrown.message ?? '') : String(thrown);
  return new CallError(/time\s?out/i.test(text) ? 'Timeout' : 'NetworkError', text);
}

/** A network that neither answers nor fails is a failure after eight seconds. */
function inTime<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new CallError('Timeout')), TIMEOUT_MS + 500);
    promise.then(resolve, reject).then(() => clearTimeout(timer));
  });
}

/** The data of `{ok:true,data}`. @throws CallError for anything else */
export function openEnvelope({ body, status }: Answer): unknown {
  if (isObject(body) && body.ok === true) return body.data;
  if (isObject(body) && body.ok === false && isObject(body.error)) {
    const { name, message, requestId, fields, retryAfter } = body.error;
    throw new CallError(
      isCallErrorName(name) ? name : nameOfStatus(status),
      typeof message === 'string' ? message : undefined,
      typeof requestId === 'string' ? requestId : undefined,
      Array.isArray(fields) ? fields.filter(isFieldProblem) : [],
      typeof retryAfter === 'number' ? retryAfter : undefined,
    );
  }
  throw new CallError(nameOfStatus(status));
}

const NAMES: Record<CallErrorName, true> = {
  InvalidInput: true,
  DateOutOfRange: true,
  UnknownProcedure: true,
  UnknownScene: true,
  RegionWithoutPack: true,
  UnknownDocument: true,
  BodyTooLarge: true,
  Internal: true,
  NotReady: true,
  TooManyTries: true,
  SignInNeeded: true,
  SessionEnded: true,
  WrongCode: true,
  SmsFailed: true,
  SignInCodeInvalid: true,
  PlatformBusy: true,
  PlatformRefused: true,
  DemoOnly: true,
  NotBound: true,
  AlreadyBound: true,
  ConsentNeeded: true,
  NothingToConfirm: true,
  CannotConfirm: true,
  NotAllowed: true,
  MandateEnded: true,
  NotFound: true,
  CaseChanged: true,
  ActionNotAllowed: true,
  DraftConflict: true,
  TooManyDrafts: true,
  AlreadyFiled: true,
  ServiceClosed: true,
  ServiceChanged: true,
  UnitNeeded: true,
  EnrolmentClosed: true,
  SessionsOverlap: true,
  OfferEnded: true,
  PostingEnded: true,
  CardChanged: true,
  TooManySearches: true,
  SpellOpen: true,
  UndoOver: true,
  NoVoice: true,
  FileTooBig: true,
  TooManyFiles: true,
  WrongFileType: true,
  HeicPhoto: true,
  PictureTooLarge: true,
  UnsafePdf: true,
  FileBroken: true,
  FileInUse: true,
  NetworkError: true,
  Timeout: true,
  PersonChanged: true,
};

export const isCallErrorName = (name: unknown): name is CallErrorName =>
  typeof name === 'string' && name in NAMES;

function nameOfStatus(status: number): CallErrorName {
  if (status === 404) return 'UnknownProcedure';
  if (status === 413) return 'BodyTooLarge';
  if (status === 429) return 'TooManyTries';
  return status === 400 ? 'InvalidInput' : 'Internal';
}

const isFieldProblem = (value: unknown): value is FieldProblem =>
  isObject(value) && typeof value.path === 'string' && typeof value.message === 'string';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
