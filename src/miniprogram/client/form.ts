/** Forms in progress: kept on the phone at every step and, signed in, on the server too. */
import { useDidHide } from '@tarojs/taro';
import { useEffect, useMemo, useRef } from 'react';
import type { DraftView } from '@/contract/cases';
import { migrateAnswers } from '@/domain/cases/answers';
import type { Answer, Answers, Service } from '@/domain/cases/service';
import type { CallError } from './call';
import { formOf, forms, formsOf, type OwnForm, putForm } from './form-store';
import { pushNow, pushSoon, setConflict, sync, take } from './form-sync';
import { dropForm, type Form, shown, useOtherDevices } from './forms';
import { newId } from './new-id';
import { currentOwner, useOwner } from './owner';
import { useStore } from './store';
import { dropFiles } from './upload-send';
import { uploads } from './upload-store';
import { learnOf, type Picked, retryFile, takeFile } from './uploads';

export { dropForm, type Form, type FormFile, useForms } from './forms';

/**
 * `server`: there too · `phone`: on this phone, on its way to the server where somebody is signed in · `late`: the
 * server does not have the last change · `not_kept`: lasts until the app is closed
 */
export type Saved = 'phone' | 'server' | 'late' | 'not_kept';

export interface UsePapers {
  readonly form: Form;
  readonly saved: Saved;
  /** `undefined` takes the answer back */
  answer(id: string, value: Answer | undefined): void;
  addFiles(evidence: string, picked: readonly Picked[]): void;
  /** @param file its id */
  dropFile(file: string): void;
  retryFile(file: string): void;
  /** throws it away and begins a new one */
  reset(): void;
}

export interface UseForm extends UsePapers {
  /** the same form, changed on another device meanwhile: nothing is overwritten until one is chosen */
  readonly conflict: DraftView | null;
  useTheirs(): void;
  useMine(): void;
  /** answers an older version of the service had, and today's has not: ids of its questions */
  readonly gone: readonly string[];
  /** why the server does not have it, when `saved` is `late` */
  readonly error: CallError | null;
}

type Kind = Pick<OwnForm, 'service' | 'about' | 'version' | 'phoneOnly'>;

/** Forms nothing was written into yet: not kept, and gone with the app. */
const blanks = new Map<string, OwnForm>();

function blank(kind: Kind): OwnForm {
  const owner = currentOwner();
  const key = [owner.account, owner.acting, kind.service, kind.about].join(' ');
  const known = blanks.get(key);
  if (known && !formOf(known.id) && !used.has(known.id)) return known;
  const empty = { answers: {}, papers: [], rev: 0, unsent: false, gone: [] };
  const form: OwnForm = { ...empty, ...kind, ...owner, id: newId(), savedAt: Date.now() };
  blanks.set(key, form);
  return form;
}

/** Ids that were written under: one that was filed or thrown away is not begun again. */
const used = new Set<string>();

function change(form: OwnForm, to: Partial<OwnForm>): void {
  used.add(form.id);
  putForm({ ...form, ...to, savedAt: Date.now(), unsent: true });
  pushSoon();
}

/**
 * Begins a form with what is known already, and goes on with the one in progress where there is one: its answers
 * stand, only what is open in it is filled in.
 * @returns its id
 */
export function beginForm(service: Pick<Service, 'id' | 'version' | 'applicant'>, answers: Answers): string {
  const kind = {
    service: service.id,
    about: null,
    version: service.version,
    phoneOnly: service.applicant === 'anyone',
  };
  const form = newest(formsOf(currentOwner()).filter((one) => one.service === service.id)) ?? blank(kind);
  const open = Object.entries(answers).filter(([id]) => (form.answers[id] ?? null) === null);
  if (open.length > 0) {
    const given = [...new Set([...(form.given ?? []), ...open.map(([id]) => id)])];
    change(form, { answers: { ...form.answers, ...Object.fromEntries(open) }, given });
  }
  return form.id;
}

/** Under the names of today's questions. A phone with an older file than the form's leaves it as it is. */
function migrated(form: OwnForm, service: Service): OwnForm {
  if (form.version >= service.version) return form;
  const { answers, gone } = migrateAnswers(service, form.answers);
  return { ...form, answers, version: service.version, gone: [...form.gone, ...gone] };
}

const newest = (found: readonly OwnForm[]): OwnForm | undefined =>
  [...found].sort((one, other) => other.savedAt - one.savedAt)[0];

function savedOf(form: OwnForm): Saved {
  const server = !form.unsent && form.rev > 0;
  if (server) return 'server';
  if (forms.get().notKept.includes(form.id)) return 'not_kept';
  return form.id in sync.get().late ? 'late' : 'phone';
}

/**
 * The form in progress of a service, or a new one.
 * @param id a certain one of `useForms`, when there are several
 */
export function useForm(service: Service, id?: string): UseForm {
  const owner = useOwner();
  const { all } = useStore(forms);
  const { conflicts, late } = useStore(sync);
  // a report without a name leaves no trace on the server before it is filed
  const phoneOnly = service.applicant === 'anyone';
  const mine = all.length > 0 ? formsOf(owner).filter((one) => one.service === service.id) : [];
  // what comes from another device meanwhile does not take the place of what is being filled in
  const open = useRef(id);
  const found = mine.find((one) => one.id === open.current) ?? newest(mine);
  if (found) open.current = found.id;
  const today = (one: OwnForm) => migrated(one, service);
  const form = today(
    found ?? blank({ service: service.id, about: null, version: service.version, phoneOnly }),
  );
  const parts = useParts(form, today);
  useOtherDevices();
  useDidHide(pushNow);
  return {
    ...parts,
    conflict: conflicts[form.id] ?? null,
    useTheirs() {
      const theirs = conflicts[form.id];
      if (theirs) take(theirs);
    },
    useMine() {
      const theirs = conflicts[form.id];
      if (!theirs) return;
      setConflict(form.id, null);
      change(form, { rev: theirs.rev });
      pushNow();
    },
    gone: form.gone,
    error: late[form.id] ?? null,
  };
}

/**
 * What is added to a case: kept on the phone only. `form.id` is the id of the event.
 * @param about the id of the case
 */
export function usePapers(about: string): UsePapers {
  const owner = useOwner();
  useStore(forms);
  const found = formsOf(owner).find((one) => one.about === about);
  return useParts(found ?? blank({ service: null, about, version: 0, phoneOnly: true }));
}

/** @param today the form under today's questions */
function useParts(form: OwnForm, today = (one: OwnForm): OwnForm => one): UsePapers {
  const files = useStore(uploads);
  // several changes may come before the next drawing
  const now = () => today(formOf(form.id) ?? form);
  const asShown = useMemo(() => shown(form), [form, files]);
  useEffect(() => {
    for (const { file } of form.papers) if (form.rev > 0) void learnOf(file);
  }, [form.papers, form.rev]);
  return {
    form: asShown,
    saved: savedOf(form),
    answer(id, value) {
      const { [id]: _, ...others } = now().answers;
      change(now(), { answers: value === undefined ? others : { ...others, [id]: value } });
    },
    addFiles(evidence, picked) {
      const added = picked.map((one) => ({ evidence, file: takeFile(one) }));
      change(now(), { papers: [...now().papers, ...added] });
    },
    dropFile(file) {
      change(now(), { papers: now().papers.filter((one) => one.file !== file) });
      dropFiles([file]);
    },
    retryFile,
    reset: () => void dropForm(form.id),
  };
}
