import { createHash } from 'node:crypto';
import type { DocumentFile, PolicyBook, RegionBook } from '@/cloud/policy-book/book';
import { type Benefit, clausesOf } from '@/domain/eligibility';
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
  for (const quote of quotedIn(benefit)) {
    if (!whole.includes(bare(quote)))
      problems.push({ file, why: `quoted in a reading, not in the document: ${quote}` });
  }
  return problems;
}

/** What readings, notes and interactions quote: the words in “…” after 原文. */
function quotedIn({ readings = [], notes = [], interactions = [] }: Benefit): string[] {
  const texts = [...readings, ...notes, ...interactions].map(({ text }) => text);
  return texts
    .flatMap((text) => text.split('。'))
    .filter((sentence) => sentence.includes('原文'))
    .flatMap((sentence) => [...sentence.slice(sentence.indexOf('原文')).matchAll(/“([^“”]+)”/g)])
    .map(([, quote]) => quote as string);
}

function checkParameters(book: PolicyBook, region: RegionBook): Problem[] {
  const documents = book.documents.filter(({ id }) => region.region.documents.includes(id));
  return Object.entries(region.parameters).flatMap(([name, { item, quote }]) =>
    documents.some((document) => itemText(document, item)?.includes(bare(quote)))
      ? []
      : [{ file: `${region.folder}/terms.yaml`, why: `parameter ${name}: not in ${item}: ${quote}` }],
  );
}
