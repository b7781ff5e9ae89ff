/** Apart from the procedures: the policy folder is read where there is no transport. */
import { z } from 'zod';

const said = (most: number) => z.string().trim().min(1).max(most);
/** How a service speaks on the page of a case, where not as everywhere. Strict: its file is read by the same. */
export const caseWords = z.strictObject({
  points: z
    .strictObject({
      sent: said(8).optional(),
      taken: said(8).optional(),
      middle: said(8).optional(),
      answered: said(8).optional(),
      unanswered: said(8).optional(),
      result: said(8).optional(),
    })
    .optional(),
  who: z.strictObject({ title: said(12), ask: said(8), unanswered: said(24) }).optional(),
  decision: said(12).optional(),
  handed_in: said(12).optional(),
  deeds: z.strictObject({ title: said(12), not_now: said(12) }).optional(),
  withdraw: z
    .strictObject({ hint: said(40), title: said(20), line: said(120), yes: said(8), no: said(8) })
    .optional(),
  receipt: z.strictObject({ where: said(8), foot: said(30) }).optional(),
});
