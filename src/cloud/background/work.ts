/** Everything that is done without anybody asking. Each part can run at several workers at once. */
import type { Context } from '../context';
import { servicesOf } from '../context';
import { wordsOf } from '../error-words';
import { deliverDue } from './deliver';
import { digestsDue } from './digest';
import { expirePostings } from './expire-jobs';
import { remindHands } from './hands';
import { tellNewPostings } from './new-postings';
import { tellNewlyFitting } from './newly-fitting';
import { escalateOverdue, redateMissing } from './overdue';
import { tellEndingPosts } from './posts';
import { tellStableAway } from './stable-away';
import { sweep } from './sweep';
import { endOffers, remindTrainees } from './training';

export interface Worked {
  readonly escalated: number;
  readonly redated: number;
  /** policies that fit anew */
  readonly told: number;
  /** messages that left the house */
  readonly sent: number;
}

/**
 * One round, part after part. One that fails holds up none of the others: messages leave the house whatever a course says.
 * @throws what went wrong first, once everything was tried: the next round begins where this one stopped
 */
export async function doWork(context: Context): Promise<Worked> {
  const wrong: unknown[] = [];
  const part = async <T>(work: (context: Context) => Promise<T>): Promise<T | 0> => {
    try {
      return await work(context);
    } catch (error) {
      wrong.push(error);
      return 0;
    }
  };
  const redated = await part(redateMissing);
  const escalated = await part(escalateOverdue);
  await part(expirePostings);
  await part(endOffers);
  await part(remindTrainees);
  await part(remindHands);
  await part(tellEndingPosts);
  const told = await part(tellNewlyFitting);
  await part(tellStableAway);
  await part(tellNewPostings);
  await part(digestsDue);
  const sent = await part(deliverDue);
  await part(() => sweep(servicesOf(context), context.now));
  const [first, ...others] = wrong;
  for (const error of others) process.stderr.write(`worker: ${wordsOf(error)}\n`);
  if (first !== undefined) throw first;
  return { escalated, redated, told, sent };
}
