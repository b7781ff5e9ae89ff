/** What is wrong with a piece of news before anybody reads it: the desk says it at the field, the server insists on it. */
import type { PolicyItem } from '../eligibility/types';
import { amountsNotIn } from './amounts';

export const TITLE_MOST = 40;
export const TEXT_MOST = 600;
/** characters between two full stops: what is longer nobody follows when it is read aloud */
export const SENTENCE_MOST = 60;
export const ITEMS_MOST = 6;

export interface NewsWords {
  readonly title: string;
  readonly text: string;
}

export interface NewsProblem {
  readonly at: 'title' | 'text';
  readonly message: string;
}

const lengthOf = (text: string) => [...text].length;

/** @param passages the cited items: no amount is told that they do not state */
export function newsProblems(words: NewsWords, passages: readonly Pick<PolicyItem, 'text'>[]): NewsProblem[] {
  const title = words.title.trim();
  const text = words.text.trim();
  const problems: NewsProblem[] = [];
  const wrong = (at: NewsProblem['at'], message: string) => problems.push({ at, message });
  if (title === '') wrong('title', '请写标题');
  if (lengthOf(title) > TITLE_MOST) wrong('title', `标题最多${TITLE_MOST}个字`);
  if (text === '') wrong('text', '请写正文');
  if (lengthOf(text) > TEXT_MOST) wrong('text', `正文最多${TEXT_MOST}个字，现在${lengthOf(text)}个`);
  const long = sentencesOf(text).find((sentence) => lengthOf(sentence) > SENTENCE_MOST);
  if (long)
    wrong(
      'text',
      `“${[...long].slice(0, 12).join('')}……”这一句太长，每句最多${SENTENCE_MOST}个字，请断成几句`,
    );
  const cited = passages.map((item) => item.text);
  for (const at of ['title', 'text'] as const) {
    const said = at === 'title' ? title : text;
    const [strange] = amountsNotIn(said, cited);
    if (strange) wrong(at, `引用的条文里没有写“${strange}”。请照原文写，或者写“按规定，以当地为准”`);
    if (/(?<!\d)\d{17}[\dXx](?!\d)|(?<!\d)\d{15,19}(?!\d)/.test(said.replace(/[\s-]/g, '')))
      wrong(at, '里面好像有身份证号或卡号。谁都看得到，请删掉');
  }
  return problems;
}

export const sentencesOf = (text: string): string[] =>
  text
    .split(/[。！？!?；;\n]/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
