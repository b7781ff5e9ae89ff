/** The same offer from two sources has the same print: what is done, for whom, where, for how much. */
import type { PostingDraft } from './posting';

export type Printed = Pick<PostingDraft, 'title' | 'employer' | 'county' | 'town' | 'offered_to' | 'pay'>;

/** Width of letters, spaces, brackets and other marks differ from office to office. */
const plain = (text: string | null): string =>
  (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]/gu, '');

/** Equal prints are the same offer. Not for people to read. */
export function printOf({ title, employer, county, town, offered_to, pay }: Printed): string {
  const wage = pay === null ? '' : `${pay.from_fen}-${pay.to_fen ?? pay.from_fen} ${pay.unit}`;
  return [plain(title), plain(employer), county, plain(town), offered_to ?? '', wage].join('|');
}
