/** What waits for the person among their cases: asked once a person, and again when it is old. */
import { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import type { CaseLine } from '@/contract/cases';
import { call } from './call';
import { useForms } from './forms';
import { useMe } from './me';
import { useOutbox } from './outbox';
import { currentSession, personalStore } from './session';
import { useStore } from './store';

interface Waiting {
  /** null: not known */
  readonly tasks: readonly CaseLine[] | null;
  readonly at: number;
}

const store = personalStore<Waiting>({ tasks: null, at: 0 });
const FRESH_MS = 60_000;

/** The list of cases has just been read. */
export const heardOfTasks = (tasks: readonly CaseLine[]): void => store.set({ tasks, at: Date.now() });

async function ask(): Promise<void> {
  const { tasks, at } = store.get();
  if (!currentSession().signed || Date.now() - at < FRESH_MS) return;
  store.set({ tasks, at: Date.now() });
  try {
    heardOfTasks((await call('cases.mine', {})).tasks);
  } catch {
    // not known now: no number is better than a wrong one; asked again when a page is shown
  }
}

export interface CaseTodo {
  /** what the office asked for, the most urgent first */
  readonly tasks: readonly CaseLine[];
  /** forms begun and not sent */
  readonly drafts: number;
  /** handed over, and still on this phone */
  readonly waiting: number;
}

export function useCaseTodo(): CaseTodo {
  const { signed, me } = useMe();
  const { tasks } = useStore(store);
  const outbox = useOutbox();
  const sent = new Set(outbox.filter(({ state }) => state !== 'refused').map(({ id }) => id));
  const drafts = useForms().filter(({ id, answers, files }) => {
    return !sent.has(id) && Object.keys(answers).length + files.length > 0;
  }).length;
  // a helper without leave to apply sees nothing of it
  const may = signed && me !== null && (me.acting === null || me.acting.services.includes('apply'));
  useEffect(() => {
    if (may) void ask();
  }, [may]);
  useDidShow(() => {
    if (may) void ask();
  });
  return {
    tasks: may ? (tasks ?? []) : [],
    drafts,
    waiting: outbox.filter(({ state }) => state === 'waiting' || state === 'sending').length,
  };
}
