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

const papers = createStore<readonly OwnPaper[]>(keptPapers.all());
const others = (id: string) => papers.get().filter((one) => one.id !== id);

keptPapers.onOtherTab((id) => {
  const theirs = keptPapers.read(id);
  papers.set([...others(id), ...(theirs ? [theirs] : [])]);
});

function put(paper: OwnPaper): void {
  keptPapers.write(paper.id, paper);
  papers.set([...others(paper.id), paper]);
}

onInherited((account) => {
  for (const paper of papers.get()) if (paper.account === null) put({ ...paper, account });
});

onForgotten((gone) => {
  for (const paper of papers.get().filter(gone)) {
    keptPapers.remove(paper.id);
    papers.set(others(paper.id));
  }
});

export interface UsePaper {
  readonly edits: Readonly<Record<string, string>>;
  readonly signed: Signed | null;
  /** `null` takes it back */
  write(block: string, text: string | null): void;
  sign(signed: Signed | null): void;
}

export function usePaper(template: string, form: string | null): UsePaper {
  const owner = useOwner();
  useStore(papers);
  const found = () =>
    papers.get().find((one) => one.template === template && one.form === form && isOf(one, owner)) ?? {
      ...owner,
      ...{ id: newId(), form, template, edits: {}, signed: null },
    };
  const { edits, signed } = found();
  return {
    edits,
    signed,
    write(block, text) {
      const paper = found();
      const { [block]: _, ...rest } = paper.edits;
      put({ ...paper, edits: text === null ? rest : { ...rest, [block]: text } });
    },
    sign: (to) => put({ ...found(), signed: to }),
  };
}
