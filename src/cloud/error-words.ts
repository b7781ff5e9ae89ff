import { DrizzleQueryError } from 'drizzle-orm';

/** A failed query repeats its values in its message, and what a person typed is among them: its cause and way are enough. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!(error instanceof DrizzleQueryError)) return error.stack ?? error.message;
  const { code, message } = (error.cause ?? {}) as { code?: unknown; message?: unknown };
  const way = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`query failed: ${String(code)} ${String(message)}`, ...way].join('\n');
}
