import path from 'node:path';
import { loadCalendars } from '@/cloud/policy-book/calendars';
import { loadLaw } from '@/cloud/policy-book/law';

const ROOT = path.join(__dirname, '../src/policy');
export const calendar = loadCalendars(ROOT);
/** The law on unpaid wages of this checkout, alone: the rest of the policy folder is not loaded. */
export const law = loadLaw(ROOT, calendar);
