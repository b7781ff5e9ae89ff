import type { Due } from '@/domain/cases';
import type { CaseRow } from './record';

/** What is due, from the row alone. */
export const dueOfRow = ({ dueOf, dueOn, dueMissing }: CaseRow): Due | null =>
  dueOf === null
    ? null
    : { of: dueOf as Due['of'], on: dueOn, ...(dueMissing !== null && { missing: dueMissing }) };
