/** SQL that is written once and prepared under its name: making it anew would cost more than running it. */
import type { Pool, QueryResultRow } from 'pg';

export interface Statement<A, R extends QueryResultRow> {
  run(pool: Pick<Pool, 'query'>, asked: A): Promise<R[]>;
}

export type Param<A> = (type: string, value: (asked: A) => unknown) => string;

/** @param write puts the text together; each `param` is one value of what is asked */
export function statement<A, R extends QueryResultRow>(
  name: string,
  write: (param: Param<A>) => string,
): Statement<A, R> {
  const values: ((asked: A) => unknown)[] = [];
  const text = write((type, value) => `$${values.push(value)}::${type}`);
  return {
    run: async (pool, asked) =>
      (await pool.query<R>({ name, text, values: values.map((value) => value(asked)) })).rows,
  };
}
