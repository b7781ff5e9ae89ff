import { useEffect } from 'react';
import type { ListedDocument } from '@/contract/api';
import type { PolicyDocument } from '@/domain/eligibility/types';
import { CallError, call } from './call';
import { isRecord, kept } from './storage';
import { createStore, useStore } from './store';

interface Copy {
  readonly document: PolicyDocument;
  /** pack it was fetched with; null when opened without one */
  readonly hash: string | null;
}

interface Entry {
  readonly copy: Copy | null;
  readonly error: CallError | null;
}

const isCopy = (value: unknown): value is Copy =>
  isRecord(value) && isRecord(value.document) && Array.isArray(value.document.items);
const keptCopy = (id: string) => kept(`document:${id}`, 1, isCopy);

const documents = createStore<Readonly<Record<string, Entry>>>({});
const put = (id: string, entry: Entry) => documents.set({ ...documents.get(), [id]: entry });

function open(id: string): Entry {
  const known = documents.get()[id];
  if (known) return known;
  const entry: Entry = { copy: keptCopy(id).read(), error: null };
  put(id, entry);
  return entry;
}

async function fetchDocument(id: string, hash: string | null): Promise<void> {
  try {
    const document = await call('policy.document', { id });
    keptCopy(id).write({ document, hash });
    put(id, { copy: { document, hash }, error: null });
  } catch (thrown) {
    const error = thrown instanceof CallError ? thrown : new CallError('Internal', String(thrown));
    put(id, { copy: documents.get()[id]?.copy ?? null, error });
  }
}

const isList = (value: unknown): value is readonly ListedDocument[] =>
  Array.isArray(value) && value.every((entry) => isRecord(entry) && typeof entry.id === 'string');
const keptList = kept('documents', 1, isList);
const list = createStore<readonly ListedDocument[]>(keptList.read() ?? []);

/** Other places' documents read ahead: a phone keeps a handful, not the whole country. */
const READ_AHEAD = 6;

/**
 * So that the library works without a network: every document of the region, those that changed again, then
 * the documents of other places that are not here yet.
 */
export async function prefetchDocuments(ids: readonly string[], hash: string): Promise<void> {
  for (const id of ids) {
    if (open(id).copy?.hash !== hash) await fetchDocument(id, hash);
  }
  try {
    const found = await call('policy.documents', {});
    keptList.write(found);
    list.set(found);
    for (const { id } of found.slice(0, READ_AHEAD)) if (!open(id).copy) await fetchDocument(id, null);
  } catch {
    // the list kept on the phone stays; it is asked for again with the next pack
  }
}

/** Every document there is, this place's or not, as far as the phone has heard of it. */
export const useDocumentList = (): readonly ListedDocument[] => useStore(list);

export interface UseDocument {
  readonly document: PolicyDocument | null;
  readonly state: 'loading' | 'ready' | 'error';
  readonly error: CallError | null;
  readonly refresh: () => Promise<void>;
}

export function useDocument(id: string): UseDocument {
  const entry = useStore(documents)[id];
  useEffect(() => {
    if (id !== '' && !open(id).copy) void fetchDocument(id, null);
  }, [id]);
  const document = entry?.copy?.document ?? null;
  const error = id === '' ? new CallError('UnknownDocument') : (entry?.error ?? null);
  const state = document ? 'ready' : error ? 'error' : 'loading';
  return { document, state, error, refresh: () => fetchDocument(id, null) };
}

/** Several documents at once; those not here yet are left out. */
export function useDocuments(ids: readonly string[]): readonly PolicyDocument[] {
  const all = useStore(documents);
  const key = ids.join(' ');
  useEffect(() => {
    for (const id of key.split(' ')) if (id !== '') open(id);
  }, [key]);
  return ids.map((id) => all[id]?.copy?.document).filter((document) => document !== undefined);
}
