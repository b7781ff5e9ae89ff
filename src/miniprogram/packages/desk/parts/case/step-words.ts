import type { DeskCase } from '@/contract/desk';
import type { DeskAction } from './act';
import { copy } from './copy';

/** A step as the service calls it, or as everywhere: its name, what it means, the button, and what is said after it. */
export function stepWords(
  { words, lines }: Pick<DeskCase, 'words' | 'lines'>,
  action: DeskAction,
): (typeof copy.actions)[DeskAction] {
  const own = words[action];
  const line = lines[action];
  return {
    ...copy.actions[action],
    ...(own !== undefined && { word: own, yes: own, done: copy.doneOwn(own) }),
    ...(line !== undefined && { line }),
  };
}
