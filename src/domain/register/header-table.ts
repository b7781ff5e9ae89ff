/** Headers as offices write them, and which column each means. */

/** Compared without spaces, line breaks, required-marks, brackets' width and quotation marks. */
const plainHeader = (header: string): string =>
  header
    .normalize('NFKC')
    .replace(/[\s*“”"'《》\u200b\ufeff]/g, '')
    .toLowerCase();

/**
 * @param names every column with all its names
 * @returns the column a header means, null for an unknown one. A remark in brackets at the end does not matter.
 */
export function headerTable<K extends string>(
  names: readonly (readonly [K, readonly string[]])[],
): (header: string) => K | null {
  const known = new Map(
    names.flatMap(([key, headers]) => headers.map((name): [string, K] => [plainHeader(name), key])),
  );
  return (header) => {
    const plainText = plainHeader(header);
    return known.get(plainText) ?? known.get(plainText.replace(/\([^()]*\)$/, '')) ?? null;
  };
}
