/** Who offers work: a unit bound to its credit code, or the county desk that published the posting. */

import { askerOf, type Context } from '../context';
import { deskOf, isWide } from '../postings/poster';
import { refuse } from '../refuse';
import { providerOf } from '../training/provider';
import type { PostingRow } from './applying';

export const APPLYING = 'job-apply';

export interface Offerer {
  readonly as: 'staff' | 'unit';
  readonly accountId: string;
  readonly unitId: string | null;
  readonly county: string;
  /** the office, or the unit */
  readonly name: string;
}

/** @throws NotAllowed for everybody else: villages and townships answer at the ordinary desk */
export async function offererOf(context: Context): Promise<Offerer> {
  const { staff } = askerOf(context);
  if (staff?.role === 'town') throw refuse('NotAllowed');
  if (staff && staff.services !== null && !staff.services.includes(APPLYING)) throw refuse('NotAllowed');
  const { as, accountId, unitId, county, name } = await providerOf(context);
  return { as, accountId, unitId, county, name };
}

/** A unit sees its own, and the county what lies in its hands; nobody sees another's. */
export const isOffer = ({ as, unitId, county }: Offerer, about: PostingRow): boolean =>
  as === 'unit'
    ? about.unitId !== null && about.unitId === unitId
    : isWide(about) || deskOf(about) === county;

/** Of what is offered to a whole region a county's desk has its own people. @returns whose alone; null: all of them */
export const peopleOf = ({ as, county }: Offerer, about: PostingRow): string | null =>
  as === 'staff' && isWide(about) ? county : null;
