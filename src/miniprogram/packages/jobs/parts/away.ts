import type { CallError } from '@/client/call';

const AWAY = ['NetworkError', 'Timeout', 'NotReady', 'Internal'];

/** No answer came, rather than the answer that it cannot be: what is on the phone may stand in for it. */
export const isAway = (error: CallError | null): boolean => error !== null && AWAY.includes(error.name);
