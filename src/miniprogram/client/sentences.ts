/**
 * The sentences of a text that hold any of the quotations, in order, with …… for what is left out between them;
 * the whole text when none is given.
 */
export function sentencesWith(text: string, quotes: readonly string[]): string {
  const places = quotes
    .filter((quote) => quote !== '' && text.includes(quote))
    .map((quote) => [text.indexOf(quote), text.indexOf(quote) + quote.length] as const);
  if (places.length === 0) return text;
  let from = 0;
  let out = '';
  let left = false;
  for (const sentence of text.match(/[^。；]*[。；]?/g) ?? []) {
    if (sentence === '') continue;
    const to = from + sentence.length;
    const holds = places.some(([start, end]) => start < to && end > from);
    if (holds) {
      out += left ? `……${sentence}` : sentence;
      left = false;
    } else {
      left = true;
    }
    from = to;
  }
  return left ? `${out}……` : out;
}

/** The whole sentence around a passage; the passage itself when the text does not hold it. */
export function sentenceAround(text: string, passage: string): string {
  const at = text.indexOf(passage);
  if (passage === '' || at < 0) return passage;
  const from = text.lastIndexOf('。', at - 1) + 1;
  const end = text.indexOf('。', at + passage.length - 1);
  return text.slice(at === 0 ? 0 : from, end < 0 ? text.length : end + 1);
}
