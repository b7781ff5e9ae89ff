import { keptDraft } from '../parts/kept-draft';
import { type Draft, EMPTY } from './draft';

/** One that was begun and not published. */
export const begun = keptDraft<Draft>('news', EMPTY, ({ file }) => (file === null ? [] : [file]));
