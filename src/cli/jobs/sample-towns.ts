/** Invented towns inside a real county: work stands in clusters, most of it in the county's own town. */
import type { Area, Box } from '@/domain/geo/polygon';
import { boxOf, inside, middleOf } from '@/domain/geo/polygon';
import type { Point } from '@/domain/jobs';
import { type Random, seededRandom } from '@/domain/register/random';
import { boundaries, convert, roundPoint } from './boundaries';

export interface SampleTown {
  readonly name: string;
  /** WGS-84 */
  readonly centre: Point;
  /** metres, one standard deviation */
  readonly spread: number;
  readonly weight: number;
}

export interface SampleCounty {
  readonly code: string;
  readonly name: string;
  readonly area: Area;
  readonly towns: readonly SampleTown[];
}

const TOWNS = 16;
const METRES_A_DEGREE = 111_195;
const NAMES = Array.from('东南西北中上下前后新老大小高平安');

function somewhere(random: Random, area: Area, box: Box): Point {
  for (;;) {
    const at = {
      lat: box.south + random() * (box.north - box.south),
      lng: box.west + random() * (box.east - box.west),
    };
    if (inside(area, at)) return at;
  }
}

/** @throws for a code without a boundary */
export function sampleCounty(code: string): SampleCounty {
  const boundary = boundaries().get(code);
  if (!boundary) throw new Error(`there is no boundary of ${code}`);
  const { area, name } = boundary;
  const random = seededRandom(Number(code));
  const box = boxOf(area);
  const towns = Array.from({ length: TOWNS }, (_, n): SampleTown => {
    const first = n === 0;
    return {
      name: `样例${NAMES[n]}镇`,
      centre: first ? middleOf(area) : somewhere(random, area, box),
      spread: first ? 2_500 : 700 + random() * 1_300,
      // few big places, many small ones
      weight: 1 / (n + 1),
    };
  });
  return { code, name, area, towns };
}

/** One of them, the heavier the oftener. */
export function weighted<T extends { readonly weight: number }>(random: Random, from: readonly T[]): T {
  let left = random() * from.reduce((sum, { weight }) => sum + weight, 0);
  for (const one of from) {
    left -= one.weight;
    if (left < 0) return one;
  }
  return from[0] as T;
}

/** A place around a town, inside the county. @returns GCJ-02 */
export function pointIn(random: Random, { area }: SampleCounty, { centre, spread }: SampleTown): Point {
  for (let turn = 0; turn < 20; turn++) {
    const far = spread * Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    const at = {
      lat: centre.lat + (far * Math.sin(angle)) / METRES_A_DEGREE,
      lng: centre.lng + (far * Math.cos(angle)) / (METRES_A_DEGREE * Math.cos((centre.lat * Math.PI) / 180)),
    };
    if (inside(area, at)) return roundPoint(convert(at, 'wgs84', 'gcj02'));
  }
  return roundPoint(convert(centre, 'wgs84', 'gcj02'));
}
