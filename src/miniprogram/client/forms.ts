/** The forms in progress, as lists show them. What fills them in is in `form.ts`, which not every page needs. */
import { useDidShow } from '@tarojs/taro';
import { useEffect, useMemo } from 'react';
import type { Answers } from '@/domain/cases/service';
import { formOf, forms, formsOf, type OwnForm, removeForm } from './form-store';
import { dropOnServer, pullIfOld } from './form-sync';
import { useOwner } from './owner';
import { useStore } from './store';
import { type Upload, uploadOf, uploads } from './upload-store';

export interface FormFile extends Upload {
  /** the paper it belongs to */
  readonly evidence: string;
}

/** One form in progress. */
export interface Form {
  /** uuid made on the phone: the id of the case, once it is filed */
  readonly id: string;
  /** empty: about a case */
  readonly service: string;
  readonly version: number;
  readonly answers: Answers;
  readonly files: readonly FormFile[];
  /** the saving on the server it builds on; 0: never there */
  readonly rev: number;
  /** an account, a mandate while acting, or nobody yet: given signed out, it goes with whoever signs in first */
  readonly owner: string | null;
  /** last touched, ms */
  readonly savedAt: number;
  /** questions answered where it was begun from */
  readonly given?: readonly string[];
}

const NOT_HERE = {
  type: '',
  bytes: 0,
  thumb: null,
  state: 'ready',
  progress: 1,
  error: null,
  kept: true,
} as const;

export function shown({ papers, account, acting, service, ...form }: OwnForm): Form {
  const files = papers.map(({ evidence, file }) => {
    const upload = uploadOf(file) ?? { ...NOT_HERE, file, name: '已经传好的文件' };
    return { ...upload, evidence };
  });
  return { ...form, service: service ?? '', files, owner: acting ?? account };
}

/** What was written elsewhere comes when a page opens, and when it is looked at again. */
export function useOtherDevices(): void {
  const owner = useOwner();
  useEffect(pullIfOld, [owner]);
  useDidShow(pullIfOld);
}

/** All forms in progress of the person on the screen, the last one touched first. */
export function useForms(): readonly Form[] {
  const owner = useOwner();
  const all = useStore(forms);
  const files = useStore(uploads);
  useOtherDevices();
  return useMemo(() => {
    const found = formsOf(owner).filter(({ service }) => service !== null);
    return found.sort((one, other) => other.savedAt - one.savedAt).map(shown);
  }, [owner, all, files]);
}

/** Throws a form away, here and on the server; its files too. */
export async function dropForm(id: string): Promise<void> {
  const form = formOf(id);
  if (!form) return;
  removeForm(id, 'drop');
  dropOnServer(form);
}
