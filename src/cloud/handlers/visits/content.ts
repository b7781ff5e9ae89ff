/** What was written of a visit, sealed whole: the place of the office too may say where somebody lives. */
import type { VisitContent } from '@/domain/visits';
import { type Context, servicesOf } from '../../context';

export type Written =
  | { readonly kind: 'resident'; readonly office: string; readonly content: VisitContent }
  | {
      readonly kind: 'workshop';
      readonly office: string;
      readonly name: string;
      readonly workers: number | null;
      readonly note: string | null;
    };

const PLACE = 'visit.content';

export const sealWritten = (context: Context, id: string, written: Written): Buffer =>
  servicesOf(context).store.cipher.seal(PLACE, id, JSON.stringify(written));

export const openWritten = (context: Context, row: { readonly id: string; readonly contentEnc: Buffer }) =>
  JSON.parse(servicesOf(context).store.cipher.open(PLACE, row.id, row.contentEnc)) as Written;
