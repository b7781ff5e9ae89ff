/** Forms not sent yet. Two devices at once: the second is told, nothing is overwritten. */
import { and, count, desc, eq, inArray } from 'drizzle-orm';
import type { InputOf } from '@/contract/api';
import type { DraftView } from '@/contract/cases';
import { forHelpers, helpersMay } from '../../cases/access';
import { serviceOf } from '../../cases/rules';
import { askerOf, type Context, servicesOf } from '../../context';
import { holdAccount } from '../../hold-account';
import { refuse } from '../../refuse';
import { draft, serviceCase } from '../../store/schema';
import type { Queries } from '../../store/store';

type Content = Pick<DraftView, 'answers' | 'files'>;

const PLACE = 'draft.content';
const MOST = 30;

/** @throws DraftConflict with the device and the moment of the other saving */
export async function saveDraft(
  context: Context,
  input: InputOf<'cases.save_draft'>,
): Promise<{ rev: number }> {
  const { subject, mandate } = askerOf(context);
  const accountId = subject.id;
  const service = serviceOf(context, input.service);
  if (mandate && !helpersMay(service)) throw refuse('NotAllowed');
  const { cipher } = servicesOf(context).store;
  const { answers, files } = input;
  const values = {
    serviceVersion: input.service_version,
    rev: input.rev + 1,
    device: input.device || '别的设备',
    contentEnc: cipher.seal(PLACE, input.id, JSON.stringify({ answers, files } satisfies Content)),
    savedAt: context.now,
  };
  await holdAccount(context, accountId, async (queries) => {
    if (await isFiled(queries, input.id)) throw refuse('AlreadyFiled');
    if (input.rev > 0) {
      const [saved] = await queries
        .update(draft)
        .set(values)
        .where(and(eq(draft.id, input.id), eq(draft.accountId, accountId), eq(draft.rev, input.rev)))
        .returning({ rev: draft.rev });
      if (saved) return;
    }
    const [other] = await queries
      .select()
      .from(draft)
      .where(and(eq(draft.id, input.id), eq(draft.accountId, accountId)));
    if (other) throw conflict(other.device, other.savedAt);
    const [{ n } = { n: 0 }] = await queries
      .select({ n: count() })
      .from(draft)
      .where(eq(draft.accountId, accountId));
    if (n >= MOST) throw refuse('TooManyDrafts');
    // thrown away elsewhere, or the first saving: it begins anew
    const [begun] = await queries
      .insert(draft)
      .values({ id: input.id, accountId, service: input.service, ...values })
      .onConflictDoNothing()
      .returning({ rev: draft.rev });
    // the id is somebody else's
    if (!begun) throw refuse('NotFound');
  });
  return { rev: values.rev };
}

async function isFiled(queries: Queries, id: string): Promise<boolean> {
  const found = await queries.select({ id: serviceCase.id }).from(serviceCase).where(eq(serviceCase.id, id));
  return found.length > 0;
}

const conflict = (device: string, at: Date) =>
  refuse('DraftConflict', {
    fields: [
      { path: 'device', message: device },
      { path: 'saved_at', message: at.toISOString() },
    ],
  });

export async function drafts(context: Context): Promise<DraftView[]> {
  const { db, cipher } = servicesOf(context).store;
  const { subject, mandate } = askerOf(context);
  const rows = await db
    .select()
    .from(draft)
    .where(
      and(eq(draft.accountId, subject.id), mandate ? inArray(draft.service, forHelpers(context)) : undefined),
    )
    .orderBy(desc(draft.savedAt));
  return rows.map((row) => ({
    id: row.id,
    service: row.service,
    service_version: row.serviceVersion,
    rev: row.rev,
    device: row.device,
    saved_at: row.savedAt.toISOString(),
    ...(JSON.parse(cipher.open(PLACE, row.id, row.contentEnc)) as Content),
  }));
}

export async function dropDraft(context: Context, input: { id: string }): Promise<{ done: true }> {
  await servicesOf(context)
    .store.db.delete(draft)
    .where(and(eq(draft.id, input.id), eq(draft.accountId, askerOf(context).subject.id)));
  return { done: true };
}
