import { createHash } from 'node:crypto';
import type { DocumentFile, PolicyBook, RegionBook } from '@/cloud/policy-book/book';
import type { Service } from '@/domain/cases';
import { type Benefit, clausesOf } from '@/domain/eligibility';
import type { Article } from '@/domain/wages/law';
import type { Problem } from './files';

const bare = (text: string) => text.replace(/\s+/g, '');

/** The whole document as one line: headings, labels and texts in order, white space removed. */
export function wholeText(document: DocumentFile): string {
  let chapter: string | null = null;
  return document.items
    .map((item) => {
      const heading = item.chapter !== null && item.chapter !== chapter ? item.chapter : '';
      chapter = item.chapter;
      return bare(heading + (item.label === null ? '' : `${item.label}${item.title}。`) + item.text);
    })
    .join('');
}

/** Every quotation stands word for word in the item it names. */
export function checkQuotes(book: PolicyBook): Problem[] {
  return [
    ...book.documents.flatMap(checkDocument),
    ...book.regions.flatMap((region) => [
      ...region.benefits.flatMap((benefit) => checkBenefit(book, region, benefit)),
      ...checkParameters(book, region),
    ]),
    ...book.services.flatMap((service) => checkService(book, service)),
    ...book.law.articles.flatMap((article) => checkArticle(book, article)),
  ];
}

function checkDocument(document: DocumentFile): Problem[] {
  const file = `documents/${document.id}.yaml`;
  const text = wholeText(document);
  const sha256 = createHash('sha256').update(text).digest('hex');
  const quotes = [document.effective.from_quote, document.effective.to_quote].filter(
    (quote) => quote !== undefined,
  );
  return [
    ...(sha256 === document.text_sha256
      ? []
      : [{ file, why: `the text was changed: its sha256 is ${sha256}` }]),
    ...quotes
      .filter((quote) => !text.includes(bare(quote)))
      .map((quote) => ({ file, why: `not in the text: ${quote}` })),
  ];
}

/** The passage of an item: its title and text. */
function itemText(document: DocumentFile, key: string): string | null {
  const item = document.items.find((candidate) => candidate.key === key);
  return item ? bare(`${item.title === null ? '' : `${item.title}。`}${item.text}`) : null;
}

function checkBenefit(book: PolicyBook, region: RegionBook, benefit: Benefit): Problem[] {
  const document = book.documents.find(({ id }) => id === benefit.document);
  if (!document) return [];
  const file = `${region.folder}/${benefit.id}.yaml`;
  const whole = wholeText(document);
  const own = benefit.items.map((key) => itemText(document, key) ?? '').join('\n');
  const problems: Problem[] = [];
  for (const { item, quote, text } of clausesOf(benefit, book.rules.terms)) {
    const passage = itemText(document, item);
    if (passage === null) problems.push({ file, why: `clause "${text}": there is no item ${item}` });
    else if (!passage.includes(bare(quote)))
      problems.push({ file, why: `clause "${text}": not in ${item}: ${quote}` });
  }
  for (const quote of [benefit.window?.quote, benefit.frequency?.quote]) {
    if (quote !== undefined && !own.includes(bare(quote)))
      problems.push({ file, why: `not in its items: ${quote}` });
  }
  const handler = benefit.handler.quote;
  if (handler !== undefined && !whole.includes(bare(handler)))
    problems.push({ file, why: `handler: not in the document: ${handler}` });
  const { readings = [], notes = [], interactions = [] } = benefit;
  for (const quote of quotedIn([...readings, ...notes, ...interactions].map(({ text }) => text))) {
    if (!whole.includes(bare(quote)))
      problems.push({ file, why: `quoted in a reading, not in the document: ${quote}` });
  }
  return problems;
}

/** What the texts of a benefit or service quote: the words in “…” after 原文. */
function quotedIn(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => text.split('。'))
    .filter((sentence) => sentence.includes('原文'))
    .flatMap((sentence) => outermost(sentence.slice(sentence.indexOf('原文'))));
}

/** The words between “ and ”; a quotation inside a quotation belongs to it. */
function outermost(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  [...text].forEach((character, at) => {
    if (character === '“' && depth++ === 0) from = at + 1;
    if (character === '”' && --depth === 0) found.push([...text].slice(from, at).join(''));
  });
  return found;
}

/** What a service says of the text, region by region; what it says of all must stand in one of its documents. */
function checkService(book: PolicyBook, service: Service): Problem[] {
  const file = `services/${service.id}.yaml`;
  const wholeOf = (id: string) => {
    const document = book.documents.find((one) => one.id === id);
    return document ? wholeText(document) : '';
  };
  const regions = Object.values(service.regions);
  const everywhere = regions.map(({ document }) => wholeOf(document));
  const missing = (texts: readonly string[], wholes: readonly string[]) =>
    quotedIn(texts).filter((quote) => !wholes.some((whole) => whole.includes(bare(quote))));
  return [
    ...missing(spoken(service), everywhere),
    ...regions.flatMap(({ notes = [], document }) => missing(notes, [wholeOf(document)])),
  ].map((quote) => ({ file, why: `quoted, not in the document: ${quote}` }));
}

/** Everything a service says in sentences. */
const spoken = ({
  plain,
  effect,
  questions,
  evidence,
  steps,
  declaration,
  notes = [],
}: Service): string[] => [
  plain,
  effect.text,
  ...[...questions, ...evidence].map(({ hint = '' }) => hint),
  ...questions.map(({ why = '' }) => why),
  ...steps,
  declaration,
  ...notes,
];

/** What is quoted from a document that is kept here stands there. */
function checkArticle(book: PolicyBook, { statute, article, text }: Article): Problem[] {
  const document = book.documents.find(({ id }) => id === statute);
  if (!document || text === null) return [];
  return itemText(document, article)?.includes(bare(text))
    ? []
    : [{ file: 'law/articles.yaml', why: `${statute}: not in ${article}: ${text}` }];
}

function checkParameters(book: PolicyBook, region: RegionBook): Problem[] {
  const documents = book.documents.filter(({ id }) => region.region.documents.includes(id));
  return Object.entries(region.parameters).flatMap(([name, { item, quote }]) =>
    documents.some((document) => itemText(document, item)?.includes(bare(quote)))
      ? []
      : [{ file: `${region.folder}/terms.yaml`, why: `parameter ${name}: not in ${item}: ${quote}` }],
  );
}
