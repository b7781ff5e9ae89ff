/** Areas on the ground as GeoJSON gives them: is a point inside, how far is the edge, where is the middle. */
import { metresBetween } from './cells';

/** longitude, latitude */
type Position = readonly number[];
/** polygons, each a ring and its holes */
export type Area = readonly (readonly (readonly Position[])[])[];

/** Metres: boundaries are drawn coarsely, and one side of a road may be another county's. */
export const BESIDE = 2_000;

interface At {
  readonly lat: number;
  readonly lng: number;
}

export interface Box {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

export function boxOf(area: Area): Box {
  const box = { west: 180, east: -180, south: 90, north: -90 };
  for (const [x = 0, y = 0] of area.flat(2)) {
    box.west = Math.min(box.west, x);
    box.east = Math.max(box.east, x);
    box.south = Math.min(box.south, y);
    box.north = Math.max(box.north, y);
  }
  return box;
}

function* edges(area: Area): Generator<readonly [Position, Position]> {
  for (const ring of area.flat())
    for (let at = 1; at < ring.length; at++) yield [ring[at - 1] as Position, ring[at] as Position];
}

/** Even and odd crossings to the east: holes count as outside. */
export function inside(area: Area, { lat, lng }: At): boolean {
  let within = false;
  // plain loops: it is asked millions of times
  for (const polygon of area)
    for (const ring of polygon)
      for (let n = 1; n < ring.length; n++) {
        const [a, b] = [ring[n - 1] as Position, ring[n] as Position];
        const [ay, by] = [a[1] as number, b[1] as number];
        if (ay > lat === by > lat) continue;
        const [ax, bx] = [a[0] as number, b[0] as number];
        if (lng < ax + ((lat - ay) * (bx - ax)) / (by - ay)) within = !within;
      }
  return within;
}

/** Metres to the nearest edge, from either side; flat around the point, which is good for a county. */
export function metresToEdge(area: Area, at: At): number {
  const shrink = Math.cos((at.lat * Math.PI) / 180);
  let best = Number.POSITIVE_INFINITY;
  let nearest = at;
  for (const [[ax = 0, ay = 0], [bx = 0, by = 0]] of edges(area)) {
    const [dx, dy] = [(bx - ax) * shrink, by - ay];
    const [px, py] = [(at.lng - ax) * shrink, at.lat - ay];
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
    const far = (px - along * dx) ** 2 + (py - along * dy) ** 2;
    if (far >= best) continue;
    best = far;
    nearest = { lat: ay + along * (by - ay), lng: ax + along * (bx - ax) };
  }
  return metresBetween(at, nearest);
}

/** The centre of gravity of the largest polygon. */
function gravity(area: Area): At {
  let [best, centre]: [number, At] = [0, { lat: 0, lng: 0 }];
  for (const [ring = []] of area) {
    let [twice, x, y] = [0, 0, 0];
    for (const [[ax = 0, ay = 0], [bx = 0, by = 0]] of edges([[ring]])) {
      const cross = ax * by - bx * ay;
      twice += cross;
      x += (ax + bx) * cross;
      y += (ay + by) * cross;
    }
    if (Math.abs(twice) <= best) continue;
    best = Math.abs(twice);
    centre = { lat: y / (3 * twice), lng: x / (3 * twice) };
  }
  return centre;
}

const GRID = 60;
/** A middle nearer to the edge than this is as good as outside. */
const WELL_INSIDE = 1_000;

/** A point surely inside: the centre of gravity, or where it lies outside the point farthest from the edge. */
export function middleOf(area: Area): At {
  const centre = gravity(area);
  if (inside(area, centre) && metresToEdge(area, centre) >= WELL_INSIDE) return centre;
  const { west, east, south, north } = boxOf(area);
  let [best, middle]: [number, At] = [-1, centre];
  for (let row = 0; row <= GRID; row++)
    for (let column = 0; column <= GRID; column++) {
      const at = { lat: south + ((north - south) * row) / GRID, lng: west + ((east - west) * column) / GRID };
      const far = inside(area, at) ? metresToEdge(area, at) : -1;
      if (far > best) [best, middle] = [far, at];
    }
  return middle;
}
