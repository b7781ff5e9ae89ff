import { useEffect } from 'react';
import type { ListedDocument } from '@/contract/api';
import type { PolicyDocument, PolicyDocumentMeta } from '@/domain/eligibility/types';
import { CallError, call } from './call';
import { isRecord, kept } from './storage';
import { createStore, useStore } from './store';

interface Entry {
  readonly document: PolicyDocument | null;
  readonly error: CallError | null;
}

const isDocument = (value: unknown): value is PolicyDocument =>
  isRecord(value) && typeof value.text_sha256 === 'string' && Array.isArray(value.items);
const keptCopy = (id: string) => kept(`document:${id}`, 2, isDocument);

const documents = createStore<Readonly<Record<string, Entry>>>({});
const put = (id: string, entry: Entry) => documents.set({ ...documents.get(), [id]: entry });

function open(id: string): Entry {
  const known = documents.get()[id];
  if (known) return known;
  const entry: Entry = { document: keptCopy(id).read(), error: null };
  put(id, entry);
  return entry;
}

async function fetchDocument(id: string): Promise<void> {
  try {
    const document = await call('policy.document', { id });
    keptCopy(id).write(document);
    put(id, { document, error: null });
  } catch (thrown) {
    const error = thrown instanceof CallError ? thrown : new CallError('Internal', String(thrown));
    put(id, { document: documents.get()[id]?.document ?? null, error });
  }
}

/** Fetch what is not here, and what was corrected since. */
async function bring(wanted: readonly Pick<PolicyDocumentMeta, 'id' | 'text_sha256'>[]): Promise<void> {
  for (const { id, text_sha256 } of wanted) {
    if (open(id).document?.text_sha256 !== text_sha256) await fetchDocument(id);
  }
}

const isList = (value: unknown): value is readonly ListedDocument[] =>
  Array.isArray(value) && value.every((entry) => isRecord(entry) && typeof entry.id === 'string');
const keptList = kept('documents', 1, isList);
const list = createStore<readonly ListedDocument[]>(keptList.read() ?? []);

/** Other places' documents read ahead: a phone keeps a handful, not the whole country. */
const READ_AHEAD = 6;

/** So that the library works without a network: the documents of the region, then those of other places. */
export async function prefetchDocuments(own: readonly PolicyDocumentMeta[]): Promise<void> {
  await bring(own);
  try {
    const found = await call('policy.documents', {});
    keptList.write(found);
    list.set(found);
    await bring(found.slice(0, READ_AHEAD));
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
    if (id !== '' && !open(id).document) void fetchDocument(id);
  }, [id]);
  const document = entry?.document ?? null;
  const error = id === '' ? new CallError('UnknownDocument') : (entry?.error ?? null);
  const state = document ? 'ready' : error ? 'error' : 'loading';
  return { document, state, error, refresh: () => fetchDocument(id) };
}

/** Several documents at once; those not here yet are left out. */
export function useDocuments(ids: readonly string[]): readonly PolicyDocument[] {
  const all = useStore(documents);
  const key = ids.join(' ');
  useEffect(() => {
    for (const id of key.split(' ')) if (id !== '') open(id);
  }, [key]);
  return ids.map((id) => all[id]?.document ?? null).filter((document) => document !== null);
}
