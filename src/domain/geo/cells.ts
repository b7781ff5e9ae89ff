/**
 * Square cells over the ground, numbered; near-by searches look into rings of them. 0.02° of latitude by 0.024° of
 * longitude: about 2.2 km a side in the middle of China.
 */

const CELL_LAT = 0.02;
const CELL_LNG = 0.024;
/** more columns than there are around the earth: one number for row and column */
const ROW = 100_000;
/** a little less than there are, for rings must not promise more than they hold */
const METRES_A_DEGREE = 111_194;
/** 100 km as far north as China reaches */
const MOST_RINGS = 90;
const EARTH_DIAMETER = 12_742_000;

interface At {
  readonly lat: number;
  readonly lng: number;
}

const rowOf = (lat: number): number => Math.floor(lat / CELL_LAT);
const columnOf = (lng: number): number => Math.floor(lng / CELL_LNG);

/** @param at degrees */
export const cellOf = ({ lat, lng }: At): number => rowOf(lat) * ROW + columnOf(lng);

/** All cells within `rings` rings around a place, without those within `without` rings (−1: none left out). */
export function square({ lat, lng }: At, rings: number, without = -1): number[] {
  const cells: number[] = [];
  for (let up = -rings; up <= rings; up++)
    for (let right = -rings; right <= rings; right++)
      if (Math.max(Math.abs(up), Math.abs(right)) > without)
        cells.push((rowOf(lat) + up) * ROW + columnOf(lng) + right);
  return cells;
}

/** The same cells as stretches of neighbours, both ends inclusive: a row of them is one look into an index. */
export function bands(
  { lat, lng }: At,
  rings: number,
  without = -1,
): { readonly low: number[]; readonly high: number[] } {
  const [low, high]: [number[], number[]] = [[], []];
  const column = columnOf(lng);
  for (let up = -rings; up <= rings; up++) {
    const row = (rowOf(lat) + up) * ROW;
    const add = (from: number, to: number) => {
      low.push(row + column + from);
      high.push(row + column + to);
    };
    if (Math.abs(up) > without) add(-rings, rings);
    else if (rings > without) {
      add(-rings, -without - 1);
      add(without + 1, rings);
    }
  }
  return { low, high };
}

/** Nothing in so many rings is farther than this, in metres. */
export const reach = (rings: number): number =>
  (rings + 1) * 1.001 * METRES_A_DEGREE * Math.hypot(CELL_LAT, CELL_LNG);

/** So few rings cover a circle of so many metres. */
export function ringsFor(at: At, metres: number): number {
  let rings = 1;
  while (rings < MOST_RINGS && covered(at, rings) < metres) rings++;
  return rings;
}

/** Metres around a place that so many whole rings surely cover; columns are narrower towards the pole. */
export const covered = ({ lat }: At, rings: number): number =>
  rings *
  METRES_A_DEGREE *
  Math.min(CELL_LAT, CELL_LNG * Math.cos(((Math.abs(lat) + rings * CELL_LAT) * Math.PI) / 180));

/** Metres between two places as the crow flies (haversine, a round earth: 0.3 % wrong at most). */
export function metresBetween(one: At, other: At): number {
  const rad = Math.PI / 180;
  const up = Math.sin(((one.lat - other.lat) * rad) / 2);
  const right = Math.sin(((one.lng - other.lng) * rad) / 2);
  return (
    EARTH_DIAMETER *
    Math.asin(Math.sqrt(up * up + Math.cos(one.lat * rad) * Math.cos(other.lat * rad) * right * right))
  );
}
