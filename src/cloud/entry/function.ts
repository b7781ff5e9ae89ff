/**
 * The same procedures as a WeChat cloud function: `wx.cloud.callFunction({ name: 'api', data: { path, input, session } })`.
 * The policy book is part of the bundle, validated when it was built.
 */
import { webcrypto } from 'node:crypto';
import book from 'embedded-policy';
import type { Envelope } from '@/contract/errors';
import { doWork } from '../background/work';
import type { Credentials } from '../context';
import { dispatch, failure } from '../dispatch';
import { servicesFromEnvironment } from '../open-services';
import { BodyTooLarge } from '../request-errors';
import { createWorld } from '../world';

// the platform's Node 18 has it, but not where signatures look for it
globalThis.crypto ??= webcrypto as Crypto;

/** Behind a pooler, an instance of a function holds no more than two connections. */
const CONNECTIONS = 2;

const contextFor = createWorld(book, servicesFromEnvironment(process.env, CONNECTIONS));

/** @param event `{ path, input, session?, acting_for? }` as the phone sends it */
export async function main(
  event: unknown,
  platform?: { requestId?: string; request_id?: string },
): Promise<Envelope<unknown>> {
  const credentials = credentialsOf(event);
  const context = contextFor(credentials, platform?.requestId ?? platform?.request_id);
  if (typeof event !== 'object' || event === null) return failure('InvalidInput', context.requestId);
  if (isTimer(event)) return { ok: true, data: await doWork(context) };
  if (JSON.stringify(event).length > BodyTooLarge.limitFor(credentials))
    return failure('BodyTooLarge', context.requestId);
  return dispatch(event, context);
}

/** The platform's timer trigger; a phone can say the same, but never without its openid. */
const isTimer = (event: object): boolean =>
  (event as { Type?: unknown }).Type === 'Timer' && openidOfCall() === undefined;

/**
 * WeChat's word for the caller stands in the environment of the call, under the names that WX_CONTEXT_KEYS lists (as
 * wx-server-sdk reads it). What the event says of itself is never believed.
 */
function openidOfCall(): string | undefined {
  const keys = (process.env.WX_CONTEXT_KEYS ?? '').split(',');
  return keys.includes('WX_OPENID') ? process.env.WX_OPENID || undefined : undefined;
}

function credentialsOf(event: unknown): Credentials {
  const { session, acting_for } = (event ?? {}) as { session?: unknown; acting_for?: unknown };
  const openid = openidOfCall();
  return {
    ...(typeof session === 'string' && session.length <= 100 && { session }),
    ...(typeof acting_for === 'string' && { actingFor: acting_for.slice(0, 64) }),
    ...(openid !== undefined && { openid }),
    caller: openid ?? 'function',
  };
}
