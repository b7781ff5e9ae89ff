/** An item being written. */
import type { NewsDraft } from '@/contract/news';
import type { PolicyItem } from '@/domain/eligibility/types';
import { type NewsKind, newsProblems } from '@/domain/news';
import { copy } from './copy';

export interface Draft {
  /** of the item: published twice, it is one; '' : nothing written yet */
  readonly id: string;
  readonly kind: NewsKind;
  readonly title: string;
  readonly text: string;
  /** '' : not chosen yet */
  readonly document: string;
  readonly items: readonly string[];
  /** '' : none */
  readonly service: string;
  /** the file picked for it, on its way or there */
  readonly file: string | null;
  readonly says: string;
}

export const EMPTY: Draft = {
  ...{
    id: '',
    kind: 'policy',
    title: '',
    text: '',
    document: '',
    items: [],
    service: '',
    file: null,
    says: '',
  },
};

export const inputOf = ({ kind, title, text, document, items, service, file, says }: Draft): NewsDraft => ({
  ...{ kind, title: title.trim(), text: text.trim(), document, items: [...items] },
  service: service || null,
  picture: file === null ? null : { file, says: says.trim() },
});

export type Problems = Readonly<Partial<Record<keyof Draft, string>>>;

/** What is wrong, by field, as the server would say it. @param items of the chosen document */
export function problemsOf(draft: Draft, items: readonly PolicyItem[]): Problems {
  const cited = items.filter(({ key }) => draft.items.includes(key));
  // the first of a field is enough
  const words = [...newsProblems(draft, cited)].reverse().map(({ at, message }) => [at, message]);
  return {
    ...(Object.fromEntries(words) as Problems),
    ...(draft.items.length === 0 && { items: copy.itemsEmpty }),
    ...(draft.file !== null && draft.says.trim() === '' && { says: copy.saysEmpty }),
  };
}

/** `news.title` of the server is the field here. */
export function serverProblems(
  fields: readonly { readonly path: string; readonly message: string }[],
): Problems {
  const named = fields.map(({ path, message }) => {
    const field = path.replace(/^news\./, '').replace(/^picture.*/, 'file');
    return [field, message];
  });
  return Object.fromEntries(named) as Problems;
}
