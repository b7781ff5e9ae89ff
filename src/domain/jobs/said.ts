/** What an employer writes to somebody who applied, in the portal's name: no more may be demanded there than in a posting. */
import { hasPrivateNumber } from '../identity/private-number';
import { findingsOf, holdReason } from './hold';
import type { PostingDraft } from './posting';

const NO_WORDS = {
  ...{ about: null, paid: null, hours: null, phone: null, route: null, gather: null, bus: null },
  ...{ destination: null, brand: null },
};

type Of = Pick<PostingDraft, 'kind' | 'title' | 'skills'>;

/** @param of the posting; what its title says the desk has seen. @returns what is wrong, in words */
export function saidProblem({ kind, title, skills }: Of, text: string): string | null {
  if (hasPrivateNumber(text)) return '里面好像有身份证号或卡号，请删掉';
  const found = (about: string | null) => findingsOf({ kind, title, skills, words: { ...NO_WORDS, about } });
  const seen = found(null).map(({ key }) => key);
  const reason = holdReason(found(text).filter(({ key }) => !seen.includes(key)));
  return reason === null ? null : `${reason}。请改掉再发`;
}
