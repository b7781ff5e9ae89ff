/** Citations of the law: 调解仲裁法 27(2), and the article that stands behind it. */
import type { Article, Cite, LawBook } from './law';

/** 27(2) → 27; 26–28 stays */
const base = (article: string): string => article.replace(/\(.*\)$/, '');

/** Is the article cited this one, a paragraph of it, or one of this range? */
export function isOfArticle(cited: string, article: string): boolean {
  const [own, whole] = [base(cited), article];
  if (own === whole || cited === whole) return true;
  const range = /^(\d+)–(\d+)$/.exec(whole);
  if (!range || !/^\d+$/.test(own)) return false;
  return Number(range[1]) <= Number(own) && Number(own) <= Number(range[2]);
}

/** The article behind a citation: its words, or the summary of them. */
export const articleOf = ({ articles }: Pick<LawBook, 'articles'>, cite: Cite): Article | null =>
  articles.find((one) => one.statute === cite.statute && isOfArticle(cite.article, one.article)) ?? null;

/** 调解仲裁法 27(2) */
export function citeText({ statutes }: Pick<LawBook, 'statutes'>, { statute, article }: Cite): string {
  return `${statutes.find(({ id }) => id === statute)?.short ?? statute} ${article}`;
}
