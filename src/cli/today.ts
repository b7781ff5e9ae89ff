import { dayInChina } from '@/domain/calendar/china';

/** Today in China. */
export const today = (): string => dayInChina(Date.now());
