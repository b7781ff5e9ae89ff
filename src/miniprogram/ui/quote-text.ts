/** A passage of a document to point at: highlighted, numbered, or both. */
export interface Passage {
  /** word for word */
  quote: string;
  mark?: boolean;
  /** drawn after the passage */
  number?: number;
}

export interface QuoteRun {
  /** where it begins in the text */
  from: number;
  text: string;
  mark: boolean;
  /** numbers drawn after this run */
  numbers: readonly number[];
}

/**
 * Cuts a text at the passages it holds. Passages that do not occur in it are left out; overlapping ones are fine.
 * The runs put together are the text, unchanged.
 */
export function quoteRuns(text: string, passages: readonly Passage[]): readonly QuoteRun[] {
  const spans = passages
    .map((passage) => ({ ...passage, from: text.indexOf(passage.quote) }))
    .filter((span) => span.quote !== '' && span.from >= 0)
    .map((span) => ({ ...span, to: span.from + span.quote.length }));
  const cuts = [...new Set([0, text.length, ...spans.map((s) => s.from), ...spans.map((s) => s.to)])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(1).map((to, i) => {
    const from = cuts[i] ?? 0;
    return {
      from,
      text: text.slice(from, to),
      mark: spans.some((s) => s.mark === true && s.from <= from && to <= s.to),
      numbers: spans.filter((s) => s.to === to && s.number !== undefined).map((s) => s.number ?? 0),
    };
  });
}

/** The paragraphs of a text, each with where it begins. */
export function paragraphsOf(text: string): readonly { from: number; paragraph: string }[] {
  let from = 0;
  return text.split('\n').map((paragraph) => {
    const found = { from, paragraph };
    from += paragraph.length + 1;
    return found;
  });
}
