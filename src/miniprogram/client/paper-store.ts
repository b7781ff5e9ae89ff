/** What a person wrote into a paper, and their signature: kept on the phone at each change, for each form and paper. */

import { newId } from './new-id';
import { isOf, type Owner, onForgotten, onInherited, useOwner } from './owner';
import { isRecord, keptMany } from './storage';
import { createStore, useStore } from './store';

export interface Signed {
  /** PNG in base64 */
  readonly png: string;
  /** the day it was signed */
  readonly on: string;
  /** digest of what was signed: changed since, it counts no more */
  readonly of: string;
}

interface OwnPaper extends Owner {
  readonly id: string;
  /** the form it is filled from; null: none yet */
  readonly form: string | null;
  readonly template: string;
  /** block → what stands there instead */
  readonly edits: Readonly<Record<string, string>>;
  readonly signed: Signed | null;
}

const isPaper = (value: unknown): value is OwnPaper =>
  isRecord(value) &&
  typeof value.id === 'string' &&
  typeof value.template === 'string' &&
  isRecord(value.edits);
const keptPapers = keptMany('paper', 1, isPaper);

interface Papers {
  readonly all: readonly OwnPaper[];
  /** those this phone would not store: they last until the app is closed */
  readonly notKept: readonly string[];
}

const papers = createStore<Papers>({ all: keptPapers.all(), notKept: [] });

/** Without this one, and then perhaps with it anew. */
function set(id: string, paper: OwnPaper | null, kept = true): void {
  const { all, notKept } = papers.get();
  papers.set({
    all: [...all.filter((one) => one.id !== id), ...(paper ? [paper] : [])],
    notKept: [...notKept.filter((one) => one !== id), ...(kept ? [] : [id])],
  });
}

keptPapers.onOtherTab((id) => set(id, keptPapers.read(id)));

const put = (paper: OwnPaper): void => set(paper.id, paper, keptPapers.write(paper.id, paper));

onInherited((account) => {
  for (const paper of papers.get().all) if (paper.account === null) put({ ...paper, account });
});

onForgotten((gone) => {
  for (const { id } of papers.get().all.filter(gone)) {
    keptPapers.remove(id);
    set(id, null);
  }
});

export interface UsePaper {
  readonly edits: Readonly<Record<string, string>>;
  readonly signed: Signed | null;
  /** false: the phone would not store it, it lasts until the app is closed */
  readonly kept: boolean;
  /** `null` takes it back */
  write(block: string, text: string | null): void;
  sign(signed: Signed | null): void;
}

export function usePaper(template: string, form: string | null): UsePaper {
  const owner = useOwner();
  const { notKept } = useStore(papers);
  const found = (): OwnPaper =>
    papers.get().all.find((one) => one.template === template && one.form === form && isOf(one, owner)) ?? {
      ...owner,
      ...{ id: newId(), form, template, edits: {}, signed: null },
    };
  const { id, edits, signed } = found();
  return {
    edits,
    signed,
    kept: !notKept.includes(id),
    write(block, text) {
      const paper = found();
      const { [block]: _, ...rest } = paper.edits;
      put({ ...paper, edits: text === null ? rest : { ...rest, [block]: text } });
    },
    sign: (to) => put({ ...found(), signed: to }),
  };
}
