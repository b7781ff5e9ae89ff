import { newId } from '@/client/new-id';
import { personalStore } from '@/client/session';
import type { DeskCase } from '@/contract/desk';
import { type FormState, useFormState } from '../use-form-state';
import type { ActDraft, DeskAction } from './act';

/** What was written and not sent, while the app is open: another case, another page, an error leave it. */
const drafts = personalStore<Readonly<Record<string, ActDraft>>>({});

const emptyDraft = (view: DeskCase): ActDraft => ({
  event: newId(),
  text: '',
  item: '',
  yuan: '',
  day: null,
  evidence: [],
  level: '',
  county: view.case.county,
  to: '',
  code: '',
});

const keyOf = (view: DeskCase, action: DeskAction) => `${view.case.id} ${action}`;

/** One step of one case; give whoever uses it a `key` of both. @param first what it begins with */
export function useDraft(view: DeskCase, action: DeskAction, first: Partial<ActDraft>): FormState<ActDraft> {
  const key = keyOf(view, action);
  return useFormState<ActDraft>(
    () => drafts.get()[key] ?? { ...emptyDraft(view), ...first },
    (next) => drafts.set({ ...drafts.get(), [key]: next }),
  );
}

/** It has happened. */
export function dropDraft(view: DeskCase, action: DeskAction): void {
  const { [keyOf(view, action)]: _, ...rest } = drafts.get();
  drafts.set(rest);
}
