import { oc } from '@orpc/contract';
import { z } from 'zod';
import { checkFacts, type Facts } from '@/domain/eligibility';
import type { MandateService } from '@/domain/mandate/services';
import { ERRORS, type ErrorName } from './errors';

/** Who may call a procedure: checked in one place (cloud/authorise.ts), written down once in the matrix. */
export interface Access {
  /** `bound`: signed in, and the identity matched with the register */
  readonly who: 'public' | 'signed_in' | 'bound' | 'staff';
  /** a helper with this service in the mandate may call it for the holder; `any`: every helper may */
  readonly acts?: MandateService | 'any';
  /**
   * what the holder reads when a helper has called it; without it nothing of the holder's was seen or done. `null`: one
   * step of several, and the handler or the last step writes it down once
   */
  readonly trail?: string | null;
}

/** Every procedure begins here; the default is the strictest a resident can have. */
export const procedure = oc.$meta<Access>({ who: 'bound' });

export const errors = <N extends ErrorName>(...names: N[]) =>
  Object.fromEntries(names.map((name) => [name, ERRORS[name]])) as { [K in N]: (typeof ERRORS)[K] };

/** Signed-in procedures are plain POSTs: nothing personal ever stands in an address. */
export const post = (path: `/${string}`, summary: string) => ({ method: 'POST' as const, path, summary });

export const nothing = z.strictObject({}).optional();
export const done = z.object({ done: z.literal(true) });

export const regionCode = z
  .string()
  .regex(/^\d{6}$/)
  .describe('6-digit code of a county, or of the province or county that issued the documents');

export const facts = z
  .record(z.string(), z.unknown())
  .superRefine((value, context) => {
    const checked = checkFacts(value);
    if (checked.ok) return;
    const { fact, message } = checked.problem;
    context.addIssue({ code: 'custom', message, path: fact === null ? [] : [fact] });
  })
  .transform((value) => value as Facts)
  .describe('fact id → value; null or absent = unknown. Ids: docs/facts.md');

/** no calendar has a year 0, and the database neither */
export const day = z.iso.date().refine((iso) => iso >= '0001', 'no such year');
export const moment = z.iso.datetime();
/** a random id, made by the server or by the phone; as the database writes it, for rows are sealed for their id */
export const id = z.uuid().toLowerCase();
/** What a person types freely, or nothing; kept as text, which cannot hold a NUL: nothing unprintable but line breaks. */
export const typed = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[\P{Cc}\n\r\t]*$/u);
export const words = (max: number) => typed(max).min(1);
export const phone = z.string().trim().min(1).max(32).describe('a mobile number of the mainland');
