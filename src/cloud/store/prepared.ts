import type { Database } from './store';

/**
 * A query that is made once a database and prepared once a connection: making it anew costs more than the query.
 * @param make ends in `.prepare(name)`; the name is this query's alone
 */
export function prepared<T>(make: (db: Database) => T): (db: Database) => T {
  const made = new WeakMap<Database, T>();
  return (db) => {
    const known = made.get(db);
    if (known) return known;
    const query = make(db);
    made.set(db, query);
    return query;
  };
}
