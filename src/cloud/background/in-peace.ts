import { type Context, servicesOf } from '../context';
import { wordsOf } from '../error-words';
import type { Queries } from '../store/store';

/**
 * A row in a transaction of its own. One that cannot be done is for a person to look at: it holds up no other, and no
 * message.
 * @param what it is, for the log
 */
export async function inPeace<T>(
  context: Context,
  what: string,
  undone: T,
  work: (queries: Queries) => Promise<T>,
): Promise<T> {
  try {
    return await servicesOf(context).store.db.transaction(work);
  } catch (error) {
    process.stderr.write(`${what}: ${wordsOf(error)}\n`);
    return undone;
  }
}
