import type { PolicyDocument, PolicyItem } from '@/domain/eligibility/types';

export interface Hit {
  readonly item: PolicyItem;
  /** the words around the place found */
  readonly snippet: string;
}

const BEFORE = 14;
const LENGTH = 46;

/** Items whose title, chapter or text hold what was typed, with the words around it. */
export function searchItems(document: PolicyDocument, typed: string): readonly Hit[] {
  const text = typed.trim();
  if (text === '') return [];
  return document.items.flatMap((item) => {
    const whole = item.text.replace(/\n/g, ' ');
    const at = whole.indexOf(text);
    if (at < 0 && !item.title?.includes(text) && !item.chapter?.includes(text)) return [];
    return [{ item, snippet: around(whole, Math.max(0, at)) }];
  });
}

function around(text: string, at: number): string {
  const from = Math.max(0, at - BEFORE);
  const cut = text.slice(from, from + LENGTH);
  return `${from > 0 ? '……' : ''}${cut}${from + LENGTH < text.length ? '……' : ''}`;
}

/** （三）推进劳务输出, 总体要求 (a chapter without items), 文件头 */
export const itemName = ({ key, label, title, chapter }: PolicyItem): string =>
  label ? `${label}${title ?? ''}` : (chapter?.replace(/^.、/, '') ?? key);
