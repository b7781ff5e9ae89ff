/** Whether somebody vouches for a posting, in a word: said in the list, on the page and on the card that is passed on. */
import type { PostingLine } from '@/contract/jobs';
import { copy } from './copy';
import { copy as standing } from './standing-copy';

/** One kept on the phone before there was such a thing says nothing of persons. */
export const standingWord = ({ verified, by_person }: Pick<PostingLine, 'verified' | 'by_person'>): string =>
  verified ? copy.verified : by_person ? standing.byPerson : copy.unverified;

export const byPersonLine = standing.byPersonLine;

/** Whoever reads it first knows that nobody has looked at it. */
export const sharedWords = (posting: Pick<PostingLine, 'title' | 'verified' | 'by_person'>): string =>
  posting.by_person && !posting.verified ? `${standing.byPerson}：${posting.title}` : posting.title;
