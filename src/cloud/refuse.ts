import { ORPCError } from '@orpc/server';
import { ERRORS, type ErrorName, type Failure } from '@/contract/errors';

export interface RefusalData {
  readonly fields?: Failure['error']['fields'];
  /** seconds until another try makes sense */
  readonly retryAfter?: number;
}

/** A named error of the contract, to be thrown: `throw refuse('NotFound')`. */
export const refuse = (name: ErrorName, data: RefusalData = {}): ORPCError<ErrorName, RefusalData> =>
  new ORPCError(name, { status: ERRORS[name].status, message: ERRORS[name].message, data });

/** One input field that cannot be, in words for the person. */
export const refuseField = (path: string, message: string) =>
  refuse('InvalidInput', { fields: [{ path, message }] });
