/** Where one looks from. */
import gcoord from 'gcoord';
import type { LookFrom } from '@/contract/jobs';
import type { Point } from '@/domain/jobs';
import { type Context, packFor } from '../context';
import { refuse } from '../refuse';

/**
 * @returns GCJ-02; null: the county is known, its middle is not
 * @throws RegionWithoutPack for a place that nobody here serves
 */
export function pointFrom(context: Context, from: LookFrom): Point | null {
  if ('county' in from) {
    if (!packFor(context, from.county)) throw refuse('RegionWithoutPack');
    return null;
  }
  if (from.datum === 'gcj02') return { lat: from.lat, lng: from.lng };
  const [lng, lat] = gcoord.transform([from.lng, from.lat], gcoord.WGS84, gcoord.GCJ02);
  return { lat, lng };
}
