/**
 * The same procedures as a WeChat cloud function: `wx.cloud.callFunction({ name: 'api', data: { path, input } })`.
 * The policy book is part of the bundle, validated when it was built.
 */
import book from 'embedded-policy';
import type { Envelope } from '@/contract/errors';
import { dispatch, failure } from '../dispatch';
import { BodyTooLarge } from '../request-errors';
import { createWorld } from '../world';

const contextFor = createWorld(book);

/** @param event `{ path, input }` as the phone sends it */
export async function main(
  event: unknown,
  platform?: { requestId?: string; request_id?: string },
): Promise<Envelope<unknown>> {
  const context = contextFor(platform?.requestId ?? platform?.request_id);
  if (typeof event !== 'object' || event === null) return failure('InvalidInput', context.requestId);
  if (JSON.stringify(event).length > BodyTooLarge.LIMIT) return failure('BodyTooLarge', context.requestId);
  return dispatch(event, context);
}
