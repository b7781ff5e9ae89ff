/** The embedded PostgreSQL; see postgres.mjs. */
export class PostgresProblem extends Error {}
export function startPostgres(
  folder: string,
  settings?: readonly string[],
): Promise<{ readonly url: string; readonly wasRunning: boolean; stop(): void }>;
