import { dayInChina } from '@/domain/calendar/china';
import type { Context } from '../context';
import { wordsOf } from '../error-words';
import type { PolicyBook } from '../policy-book/book';
import type { Services } from '../services';
import { createWorld } from '../world';
import { doWork } from './work';

const EVERY_MS = 60_000;

/** A context without anybody asking. */
const nobody = { caller: 'worker' } as const;

/**
 * A round now and every minute until it is stopped. What goes wrong is written to the log, and the next round tries again.
 * @returns stops it, once the round under way is done
 */
export function startWork(book: PolicyBook, services: Services): () => Promise<void> {
  const contextFor = createWorld(book, services);
  let round = Promise.resolve();
  const go = () => {
    round = round.then(() => oneRound(contextFor(nobody)));
  };
  go();
  const timer = setInterval(go, EVERY_MS);
  return async () => {
    clearInterval(timer);
    await round;
  };
}

async function oneRound(context: Context): Promise<void> {
  try {
    const { escalated, redated, told, sent } = await doWork(context);
    const did = [
      escalated + redated > 0 && `超期上报 ${escalated} 件，补算日期 ${redated} 件`,
      told > 0 && `告诉新符合的政策 ${told} 条`,
      sent > 0 && `发出消息 ${sent} 条`,
    ].filter(Boolean);
    if (did.length > 0) process.stdout.write(`${dayInChina(context.now)} ${did.join('，')}\n`);
  } catch (error) {
    process.stderr.write(`worker: ${wordsOf(error)}\n`);
  }
}
