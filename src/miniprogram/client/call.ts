import Taro from '@tarojs/taro';
import type { InputOf, OutputOf, Path } from '@/contract/api';
import type { ErrorName } from '@/contract/errors';

/** Errors of the contract and those that arise on the way. */
export type CallErrorName = ErrorName | 'NetworkError' | 'Timeout' | 'RateLimited';

export class CallError extends Error {
  override readonly name: CallErrorName;
  readonly requestId: string | undefined;
  constructor(name: CallErrorName, message: string = name, requestId?: string) {
    super(message);
    // built for ES5, a class that extends Error loses its prototype
    Object.setPrototypeOf(this, CallError.prototype);
    this.name = name;
    this.requestId = requestId;
  }
}

const TIMEOUT_MS = 8000;
const PAUSES_MS = [400, 1200];

/**
 * One procedure of the API. Everything here is a read, so it is tried three times when the network or the server fails.
 * @throws CallError
 */
export async function call<P extends Path>(path: P, input: InputOf<P>): Promise<OutputOf<P>> {
  for (let attempt = 0; ; attempt++) {
    try {
      return openEnvelope(await send(path, input)) as OutputOf<P>;
    } catch (thrown) {
      const error = thrown instanceof CallError ? thrown : new CallError('Internal', String(thrown));
      const pause = PAUSES_MS[attempt];
      if (pause === undefined || !worthAnother(error.name)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
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

function send(path: string, input: unknown): Promise<Answer> {
  const cloud = process.env.TARO_ENV === 'weapp' && TRANSPORT === 'cloud';
  return inTime(cloud ? sendToCloud(path, input) : sendByHttp(path, input));
}

async function sendByHttp(path: string, input: unknown): Promise<Answer> {
  try {
    const { data, statusCode } = await Taro.request<unknown>({
      url: `${API_BASE}/api/call`,
      method: 'POST',
      header: { 'content-type': 'application/json' },
      data: { path, input },
      timeout: TIMEOUT_MS,
    });
    return { body: data, status: statusCode };
  } catch (thrown) {
    throw wireError(thrown);
  }
}

async function sendToCloud(path: string, input: unknown): Promise<Answer> {
  try {
    const { result } = await Taro.cloud.callFunction({ name: 'api', data: { path, input } });
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
    const { name, message, requestId } = body.error;
    throw new CallError(
      isCallErrorName(name) ? name : nameOfStatus(status),
      typeof message === 'string' ? message : undefined,
      typeof requestId === 'string' ? requestId : undefined,
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
  NetworkError: true,
  Timeout: true,
  RateLimited: true,
};

export const isCallErrorName = (name: unknown): name is CallErrorName =>
  typeof name === 'string' && name in NAMES;

function nameOfStatus(status: number): CallErrorName {
  if (status === 404) return 'UnknownProcedure';
  if (status === 413) return 'BodyTooLarge';
  if (status === 429) return 'RateLimited';
  return status === 400 ? 'InvalidInput' : 'Internal';
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
