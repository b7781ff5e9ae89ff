/** Everything that is done without anybody asking. Each part can run at several workers at once. */
import type { Context } from '../context';
import { servicesOf } from '../context';
import { deliverDue } from './deliver';
import { digestsDue } from './digest';
import { remindHands } from './hands';
import { tellNewPostings } from './new-postings';
import { tellNewlyFitting } from './newly-fitting';
import { escalateOverdue, redateMissing } from './overdue';
import { tellEndingPosts } from './posts';
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

/** One round. @throws whatever the database says: the next round begins where this one stopped */
export async function doWork(context: Context): Promise<Worked> {
  const redated = await redateMissing(context);
  const escalated = await escalateOverdue(context);
  await endOffers(context);
  await remindTrainees(context);
  await remindHands(context);
  await tellEndingPosts(context);
  const told = await tellNewlyFitting(context);
  await tellNewPostings(context);
  await digestsDue(context);
  const sent = await deliverDue(context);
  await sweep(servicesOf(context), context.now);
  return { escalated, redated, told, sent };
}
