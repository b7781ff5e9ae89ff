import { type AnyProcedure, call, isProcedure, ORPCError } from '@orpc/server';
import { type Envelope, ERRORS, type ErrorName, type Failure } from '@/contract/errors';
import type { Context } from './context';
import { wordsOf } from './error-words';
import { router } from './handlers/router';
import type { RefusalData } from './refuse';
import { BodyTooLarge, NotJson } from './request-errors';

/** Dotted path → procedure. */
const procedures = new Map<string, AnyProcedure>();
for (const [area, entries] of Object.entries(router)) {
  for (const [name, procedure] of Object.entries(entries)) {
    if (isProcedure(procedure)) procedures.set(`${area}.${name}`, procedure);
  }
}

/** Called with everything nobody expected; the default writes to the process log, without any input. */
export type Report = (error: unknown, requestId: string) => void;

const logged: Report = (error, requestId) => {
  process.stderr.write(`${requestId} ${wordsOf(error)}\n`);
};

/**
 * One request, straight through: authorise → parse → handler → parse → envelope. It never throws: what goes wrong becomes
 * a named error. Serves the cloud function, `POST /api/call` and the tests unchanged.
 */
export async function dispatch(
  request: { path?: unknown; input?: unknown },
  context: Context,
  report: Report = logged,
): Promise<Envelope<unknown>> {
  const procedure = typeof request.path === 'string' ? procedures.get(request.path) : undefined;
  if (!procedure) return failure('UnknownProcedure', context.requestId);
  try {
    return { ok: true, data: await call(procedure, request.input, { context }) };
  } catch (error) {
    return failureOf(error, context.requestId, report);
  }
}

/** The one error funnel: oRPC's errors and everything unforeseen, as a named failure. */
export function failureOf(error: unknown, requestId: string, report: Report = logged): Failure {
  if (error instanceof BodyTooLarge) return failure('BodyTooLarge', requestId);
  if (error instanceof NotJson) return failure('InvalidInput', requestId);
  if (!(error instanceof ORPCError)) {
    report(error, requestId);
    return failure(databaseIsGone(error) ? 'NotReady' : 'Internal', requestId);
  }
  if (error.code in ERRORS) return failure(error.code as ErrorName, requestId, error.data as RefusalData);
  if (error.code === 'BAD_REQUEST') return invalid(error, requestId);
  if (error.code === 'NOT_FOUND' || error.code === 'METHOD_NOT_SUPPORTED')
    return failure('UnknownProcedure', requestId);
  if (error.code === 'PAYLOAD_TOO_LARGE') return failure('BodyTooLarge', requestId);
  report(error.cause ?? error, requestId);
  return failure('Internal', requestId);
}

/** The driver's own words, which come without a code. */
const GONE =
  /^(Connection terminated|timeout exceeded when trying|Client has encountered a connection error)/;

/** A database that cannot be reached, is starting, or takes nobody in: another try makes sense. */
function databaseIsGone(error: unknown): boolean {
  for (let at = error; typeof at === 'object' && at !== null; at = (at as { cause?: unknown }).cause) {
    const { code, message } = at as { code?: unknown; message?: unknown };
    if (typeof code === 'string' && /^(ECONN\w+|ENOTFOUND|EPIPE|57P0[123]|53300|08\w{3})$/.test(code))
      return true;
    if (typeof message === 'string' && GONE.test(message)) return true;
  }
  return false;
}

interface Issue {
  readonly path?: readonly PropertyKey[];
  readonly message: string;
  readonly params?: { readonly name?: string };
}

function invalid(error: ORPCError<string, unknown>, requestId: string): Failure {
  const issues = ((error.data as { issues?: readonly Issue[] } | undefined)?.issues ?? []).slice(0, 20);
  const fields = issues.map(({ path = [], message }) => ({ path: path.map(String).join('.'), message }));
  const name = issues.some(({ params }) => params?.name === 'DateOutOfRange')
    ? 'DateOutOfRange'
    : 'InvalidInput';
  return failure(name, requestId, { fields });
}

export function failure(name: ErrorName, requestId: string, data: RefusalData = {}): Failure {
  const { fields, retryAfter } = data ?? {};
  return {
    ok: false,
    error: {
      name,
      message: ERRORS[name].message,
      ...(fields && { fields }),
      ...(retryAfter !== undefined && { retryAfter }),
      requestId,
    },
  };
}
