import type { Question } from '@/domain/eligibility/questions';
import { createStore, useStore } from './store';

/** The questions asked since the app was opened, in order, and the one shown. Going back walks this list. */
interface Trail {
  readonly asked: readonly Question[];
  readonly at: number;
}

const trail = createStore<Trail>({ asked: [], at: 0 });

export function useTrail() {
  const { asked, at } = useStore(trail);
  return {
    at,
    current: asked[at] ?? null,
    back: () => trail.set({ asked, at: at - 1 }),
    /** after going back: the questions that were already asked come again, in their order */
    forward: at < asked.length - 1 ? () => trail.set({ asked, at: at + 1 }) : null,
    /** forget what came after the shown question and put another behind it */
    push: (question: Question) =>
      trail.set({ asked: [...asked.slice(0, at + 1), question], at: Math.min(at + 1, asked.length) }),
    /** all answered: stand behind the last question */
    finish: () => trail.set({ asked: asked.slice(0, at + 1), at: Math.min(at + 1, asked.length) }),
  };
}

/** Another place or no answers any more: the old questions are not gone back to. */
export const clearTrail = (): void => trail.set({ asked: [], at: 0 });
