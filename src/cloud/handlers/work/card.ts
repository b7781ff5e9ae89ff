/** My skills card: read, kept, thrown away. */
import { and, eq } from 'drizzle-orm';
import type { InputOf } from '@/contract/api';
import type { CardView } from '@/contract/work';
import { tidyCard } from '@/domain/jobs/card';
import { askerOf, type Context, servicesOf } from '../../context';
import { holdAccount } from '../../hold-account';
import { refuse } from '../../refuse';
import { workCard } from '../../store/schema';
import { cardOf, proofsOf, sealCard } from '../../work/card';

export async function card(context: Context): Promise<CardView> {
  const found = await cardOf(context, askerOf(context).subject.id);
  return {
    card: found
      ? {
          ...found.card,
          skills: [...found.card.skills],
          wishes: {
            ...found.card.wishes,
            kinds: [...found.card.wishes.kinds],
            shifts: [...found.card.wishes.shifts],
          },
        }
      : null,
    rev: found?.rev ?? 0,
    saved_at: found?.savedAt.toISOString() ?? null,
    proofs: await proofsOf(context),
  };
}

/** The saving it builds on is the lock: of two phones the second is told, and nothing is overwritten. */
export async function saveCard(context: Context, input: InputOf<'work.save_card'>): Promise<CardView> {
  const { id } = askerOf(context).subject;
  const { cipher } = servicesOf(context).store;
  const contentEnc = sealCard(cipher, id, tidyCard(input.card));
  const rev = input.rev + 1;
  await holdAccount(context, id, async (queries) => {
    const row = { rev, contentEnc, savedAt: context.now };
    const kept =
      input.rev === 0
        ? await queries
            .insert(workCard)
            .values({ id, ...row })
            .onConflictDoNothing()
            .returning({ id: workCard.id })
        : await queries
            .update(workCard)
            .set(row)
            .where(and(eq(workCard.id, id), eq(workCard.rev, input.rev)))
            .returning({ id: workCard.id });
    if (kept.length > 0) return;
    // the same saving once more: its answer was lost on the way
    const there = await cardOf(context, id, queries);
    const same = there && JSON.stringify(there.card) === JSON.stringify(tidyCard(input.card));
    if (!same) throw refuse('CardChanged');
  });
  return card(context);
}

export async function dropCard(context: Context): Promise<{ done: true }> {
  await servicesOf(context)
    .store.db.delete(workCard)
    .where(eq(workCard.id, askerOf(context).account.id));
  return { done: true };
}
