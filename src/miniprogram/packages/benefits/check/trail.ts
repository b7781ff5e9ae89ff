import { createStore, useStore } from '@/client/store';
import type { Question } from '@/domain/eligibility';

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
    /** forget what came after the shown question and put another behind it */
    push: (question: Question) =>
      trail.set({ asked: [...asked.slice(0, at + 1), question], at: Math.min(at + 1, asked.length) }),
    /** all answered: stand behind the last question */
    finish: () => trail.set({ asked: asked.slice(0, at + 1), at: Math.min(at + 1, asked.length) }),
    clear: () => trail.set({ asked: [], at: 0 }),
  };
}
