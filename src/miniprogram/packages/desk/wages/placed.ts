/** Where the dots of a plain map stand: north is up, all of them inside, none cut off at the edge. */

export interface Spot {
  readonly lat: number;
  readonly lng: number;
}

export interface Placed<T> {
  readonly one: T;
  /** percent of the width, from the left; of the height, from the top */
  readonly x: number;
  readonly y: number;
}

/** room at the edges for a dot and its name */
const EDGE = 12;

export function placed<T extends { readonly point: Spot | null }>(all: readonly T[]): Placed<T>[] {
  const known = all.flatMap((one) => (one.point ? [{ one, ...one.point }] : []));
  if (known.length === 0) return [];
  const lats = known.map(({ lat }) => lat);
  // a degree of longitude is shorter than one of latitude
  const narrow = Math.cos(((Math.max(...lats) + Math.min(...lats)) * Math.PI) / 360);
  const xs = known.map(({ lng }) => lng * narrow);
  const span = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...lats) - Math.min(...lats)) || 1;
  const middle = (values: readonly number[]) => (Math.max(...values) + Math.min(...values)) / 2;
  const at = (value: number, centre: number) => 50 + ((value - centre) / span) * (100 - 2 * EDGE);
  return known.map(({ one, lat, lng }) => ({
    one,
    x: at(lng * narrow, middle(xs)),
    y: 100 - at(lat, middle(lats)),
  }));
}
