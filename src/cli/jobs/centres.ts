/** `centres.yaml` of the policy folder: the middle of every county that a region serves. */
import type { PolicyBook } from '@/cloud/policy-book/book';
import { centreOf } from './boundaries';

const HEAD = `# the middle of every county, GCJ-02, where nothing more exact is known; made by: npm run -s jobs -- centres
`;

/** Former counties as well: what they were is still named. */
export const countyCodes = (book: Pick<PolicyBook, 'regions'>): string[] =>
  [
    ...new Set(
      book.regions.flatMap(({ region }) =>
        region.units.flatMap(({ code, aliases = [] }) => [...(code ? [code] : []), ...aliases]),
      ),
    ),
  ].sort();

/** @returns the file, and the codes that the boundary package does not know */
export function centresFile(book: Pick<PolicyBook, 'regions'>): { text: string; unknown: string[] } {
  const found = countyCodes(book).map((code) => ({ code, point: centreOf(code) }));
  const lines = found.flatMap(({ code, point }) =>
    point ? [`"${code}": { lat: ${point.lat.toFixed(5)}, lng: ${point.lng.toFixed(5)} }\n`] : [],
  );
  return {
    text: HEAD + lines.join(''),
    unknown: found.flatMap(({ code, point }) => (point ? [] : [code])),
  };
}
