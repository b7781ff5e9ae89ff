import type { DraftView } from '@/contract/cases';
import type { Answer, Answers, Service } from '@/domain/cases/service';
import type { CallError } from './call';
import { newId } from './new-id';
import { createStore, useStore } from './store';
import { begin, type Picked, type Upload } from './uploads';

export interface FormFile extends Upload {
  /** the paper it belongs to */
  readonly evidence: string;
}

/** One form in progress. */
export interface Form {
  /** uuid made on the phone: the id of the case, once it is filed */
  readonly id: string;
  readonly service: string;
  readonly version: number;
  readonly answers: Answers;
  readonly files: readonly FormFile[];
  /** the saving on the server it builds on; 0: never there */
  readonly rev: number;
  /** an account, a mandate while acting, or nobody yet: given signed out, it goes with whoever signs in first */
  readonly owner: string | null;
  readonly savedAt: number;
}

/** `server`: there too · `phone`: on this phone · `late`: on this phone, the server does not have the last change · `not_kept`: lasts until the app is closed */
export type Saved = 'phone' | 'server' | 'late' | 'not_kept';

export interface UsePapers {
  readonly form: Form;
  readonly saved: Saved;
  answer(id: string, value: Answer): void;
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

const store = createStore<readonly Form[]>([]);

function begun(service: string, version: number): Form {
  const found = store.get().find((form) => form.service === service);
  if (found) return found;
  const savedAt = Date.now();
  const form: Form = { id: newId(), service, version, answers: {}, files: [], rev: 0, owner: null, savedAt };
  store.set([...store.get(), form]);
  return form;
}

function change(id: string, to: (form: Form) => Partial<Form>): void {
  store.set(store.get().map((form) => (form.id === id ? { ...form, ...to(form) } : form)));
}

/**
 * The form in progress of a service, or a new one.
 * @param id a certain one of `useForms`, when there are several
 */
export function useForm(service: Service, id?: string): UseForm {
  const forms = useStore(store);
  const form = forms.find((one) => one.id === id) ?? begun(service.id, service.version);
  return {
    ...parts(form),
    conflict: null,
    useTheirs: () => undefined,
    useMine: () => undefined,
    gone: [],
    error: null,
  };
}

/** What is added to a case, kept on the phone only. @param about the id of the case. `form.id` is the id of the event. */
export function usePapers(about: string): UsePapers {
  useStore(store);
  return parts(begun(about, 0));
}

function parts(form: Form): UsePapers {
  return {
    form,
    saved: 'phone',
    answer: (id, value) => change(form.id, ({ answers }) => ({ answers: { ...answers, [id]: value } })),
    addFiles: (evidence, picked) =>
      change(form.id, ({ files }) => ({
        files: [...files, ...picked.map((one) => ({ ...begin(one), evidence }))],
      })),
    dropFile: (file) => change(form.id, ({ files }) => ({ files: files.filter((one) => one.file !== file) })),
    retryFile: () => undefined,
    reset: () => void dropForm(form.id),
  };
}

/** All forms in progress of the person on the screen, the last one touched first. */
export const useForms = (): readonly Form[] => useStore(store);

/** Throws a form away, here and on the server. */
export async function dropForm(id: string): Promise<void> {
  store.set(store.get().filter((form) => form.id !== id));
}
