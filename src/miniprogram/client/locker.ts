/** 证据柜: proofs kept on this phone, for whoever is on the screen; nothing is sent. */
import type { FileRef } from '@/domain/wages/diary';
import { entryText } from '@/domain/wages/diary-words';
import { standing } from '@/domain/wages/sums';
import { jobsOf, wholeLog } from './diary-store';
import { forgetFiles } from './kept-files';
import { newId } from './new-id';
import { currentOwner, expectHeir, isOf, type Owner, onForgotten, onInherited, useOwner } from './owner';
import { isRecord, keptMany } from './storage';
import { createStore, useStore } from './store';

export interface Proof extends Owner {
  readonly id: string;
  /** the row of the law's proofs it belongs to; null: not sorted yet */
  readonly kind: string | null;
  readonly note: string;
  readonly file: FileRef;
}

const isProof = (value: unknown): value is Proof =>
  isRecord(value) && typeof value.id === 'string' && isRecord(value.file);
const keptProofs = keptMany('proof', 1, isProof);
const proofs = createStore<readonly Proof[]>(keptProofs.all());

keptProofs.onOtherTab((id) => {
  const theirs = keptProofs.read(id);
  const others = proofs.get().filter((one) => one.id !== id);
  proofs.set(theirs ? [...others, theirs] : others);
});

function put(proof: Proof): boolean {
  if (!keptProofs.write(proof.id, proof)) return false;
  if (proof.account === null) expectHeir();
  const all = proofs.get();
  const known = all.some(({ id }) => id === proof.id);
  proofs.set(known ? all.map((one) => (one.id === proof.id ? proof : one)) : [...all, proof]);
  return true;
}

/** @returns false when the phone would not keep it; then the file does not stay either */
export function addProof(kind: string | null, file: FileRef): boolean {
  const added = put({ id: newId(), kind, note: '', file, ...currentOwner() });
  if (!added) forgetFiles([file.file]);
  return added;
}

export function changeProof(id: string, to: Partial<Pick<Proof, 'kind' | 'note'>>): boolean {
  const proof = proofs.get().find((one) => one.id === id);
  return proof !== undefined && put({ ...proof, ...to });
}

export function removeProof(id: string): void {
  const proof = proofs.get().find((one) => one.id === id);
  keptProofs.remove(id);
  if (proof) forgetFiles([proof.file.file]);
  proofs.set(proofs.get().filter((one) => one.id !== id));
}

/** Of whoever is on the screen, the newest first. */
export function useProofs(): readonly Proof[] {
  const owner = useOwner();
  const all = useStore(proofs).filter((one) => isOf(one, owner));
  return [...all].sort((a, b) => (a.file.added_at < b.file.added_at ? 1 : -1));
}

export interface DiaryFile {
  readonly file: FileRef;
  readonly job: string;
  readonly day: string;
  readonly text: string;
}

/** Whether there is any, without reading a day. */
export const hasDiaryFiles = (owner: Owner): boolean =>
  jobsOf(owner).some(({ months }) => Object.values(months).some(({ files }) => files > 0));

/** What was added to entries of the diary that still stand. */
export const diaryFiles = (owner: Owner): readonly DiaryFile[] =>
  jobsOf(owner).flatMap((job) =>
    standing(wholeLog(job).map(({ entry }) => entry)).flatMap((entry) =>
      (entry.files ?? []).map((file) => ({
        file,
        job: job.id,
        day: entry.day,
        text: `${job.title}，${entryText(entry)}`,
      })),
    ),
  );

onInherited((account) => {
  for (const one of proofs.get()) if (one.account === null) put({ ...one, account });
});

onForgotten((gone) => {
  for (const one of proofs.get()) if (gone(one)) removeProof(one.id);
});
