/** The forms in progress on this phone, whoever's they are: kept at every change, each for itself. */
import type { Answers } from '@/domain/cases/service';
import { isOf, type Owner, onForgotten, onInherited } from './owner';
import { isRecord, keptMany } from './storage';
import { createStore } from './store';
import { dropFiles } from './upload-send';

/** A file that is handed in, and for which paper. */
export interface Paper {
  readonly evidence: string;
  readonly file: string;
}

export interface OwnForm extends Owner {
  /** uuid made on the phone: the id of the case, once it is filed */
  readonly id: string;
  /** null: it is not of a service, but about a case */
  readonly service: string | null;
  /** the case it adds something to */
  readonly about: string | null;
  readonly version: number;
  readonly answers: Answers;
  readonly papers: readonly Paper[];
  /** the saving on the server it builds on; 0: never there */
  readonly rev: number;
  readonly savedAt: number;
  /** changed since the server last had it */
  readonly unsent: boolean;
  /** it may be filed without a name: nothing of it goes to the server before */
  readonly phoneOnly: boolean;
  /** answers an older version of the service had */
  readonly gone: readonly string[];
  /** questions answered where the form was begun from (the wage diary): not asked again unless one goes there */
  readonly given?: readonly string[];
}

const isForm = (value: unknown): value is OwnForm =>
  isRecord(value) &&
  typeof value.id === 'string' &&
  typeof value.version === 'number' &&
  isRecord(value.answers) &&
  Array.isArray(value.papers) &&
  typeof value.rev === 'number';
const keptForms = keptMany('form', 1, isForm);

interface Forms {
  readonly all: readonly OwnForm[];
  /** those this phone would not store: they last until the app is closed */
  readonly notKept: readonly string[];
}

export const forms = createStore<Forms>({ all: keptForms.all(), notKept: [] });

keptForms.onOtherTab((id) => {
  const { all, notKept } = forms.get();
  const theirs = keptForms.read(id);
  forms.set({ all: [...all.filter((one) => one.id !== id), ...(theirs ? [theirs] : [])], notKept });
});

export const formOf = (id: string): OwnForm | null => forms.get().all.find((one) => one.id === id) ?? null;

export const formsOf = (owner: Owner): readonly OwnForm[] =>
  forms.get().all.filter((one) => isOf(one, owner));

/** Puts it where the one of the same id was. */
export function putForm(form: OwnForm): void {
  const { all, notKept } = forms.get();
  const kept = keptForms.write(form.id, form);
  const others = notKept.filter((id) => id !== form.id);
  const at = all.findIndex((one) => one.id === form.id);
  forms.set({
    all: at < 0 ? [...all, form] : all.map((one, index) => (index === at ? form : one)),
    notKept: kept ? others : [...others, form.id],
  });
}

/** @param files `drop`: they go too, unless a case has them */
export function removeForm(id: string, files: 'drop' | 'keep'): void {
  const { all, notKept } = forms.get();
  const form = formOf(id);
  keptForms.remove(id);
  forms.set({ all: all.filter((one) => one.id !== id), notKept: notKept.filter((one) => one !== id) });
  if (form && files === 'drop') dropFiles(form.papers.map(({ file }) => file));
}

onInherited((account) => {
  for (const form of forms.get().all) if (form.account === null) putForm({ ...form, account });
});

onForgotten((gone) => {
  // their files are forgotten for themselves
  for (const form of forms.get().all) if (gone(form)) removeForm(form.id, 'keep');
});
