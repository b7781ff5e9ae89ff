/** How far one looks: as far as was asked; where nobody said, farther while little is found. */
import type { PostingFilter } from '@/contract/jobs';
import type { Place } from './from';

/** Fewer than these are little. */
export const LITTLE = 5;
/** metres */
export const WIDER = [10_000, 30_000, 60_000, 100_000];

export const beyond = (metres: number): number[] => WIDER.filter((one) => one > metres);

/** The same for finding and for counting, so that they agree. */
export const widthsOf = ({ within }: PostingFilter, place: Place): number[] =>
  within === undefined ? [place.within, ...beyond(place.within)] : [within];
