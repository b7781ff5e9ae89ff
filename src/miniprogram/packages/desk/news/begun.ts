import { personalStore } from '@/client/session';
import { type Draft, EMPTY } from './draft';

/** One that was begun and not published: there again, as long as the app is open. */
export const begun = personalStore<Draft>(EMPTY);
