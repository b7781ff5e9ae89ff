/** `outlines.yaml` of the policy folder: the outline of every county that a region serves, for points that somebody types. */
import type { PolicyBook } from '@/cloud/policy-book/book';
import { boundaries, convert } from './boundaries';
import { countyCodes } from './centres';

const HEAD = `# the outline of every county, rings of lng,lat in GCJ-02 to ten metres; made by: npm run -s jobs -- outlines
`;

type Position = readonly number[];

/** Four decimals are ten metres: outlines are drawn to some hundreds. */
const written = ([lng = 0, lat = 0]: Position): string => {
  const there = convert({ lat, lng }, 'wgs84', 'gcj02');
  return `${there.lng.toFixed(4)},${there.lat.toFixed(4)}`;
};

/** @returns the file, and the codes that the boundary package does not know */
export function outlinesFile(book: Pick<PolicyBook, 'regions'>): { text: string; unknown: string[] } {
  const found = countyCodes(book).map((code) => ({ code, area: boundaries().get(code)?.area }));
  const lines = found.flatMap(({ code, area }) =>
    area ? [`"${code}":\n`, ...area.flat().map((ring) => `  - ${ring.map(written).join(' ')}\n`)] : [],
  );
  return { text: HEAD + lines.join(''), unknown: found.flatMap(({ code, area }) => (area ? [] : [code])) };
}
