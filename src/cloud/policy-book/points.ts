/** Where a county or a township is, when nobody knows better; and whether a point is in it, when somebody does. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type Area, BESIDE, inside, metresToEdge } from '@/domain/geo/polygon';
import type { Exactness, Point } from '@/domain/jobs';
import type { PolicyBook } from './book';
import { readYaml } from './read-yaml';

export const CENTRES_FILE = 'centres.yaml';

/** GCJ-02, in China */
export const point: z.ZodType<Point> = z.strictObject({
  lat: z.number().min(3).max(54),
  lng: z.number().min(73).max(136),
});

/** `centres.yaml`: six digits → the middle of the county */
export const centres: z.ZodType<Record<string, Point>> = z.record(z.string().regex(/^\d{6}$/), point);

/** A folder without the file knows no middle. @throws PolicyError */
export const loadCentres = (root: string): Readonly<Record<string, Point>> =>
  existsSync(path.join(root, CENTRES_FILE)) ? readYaml(root, CENTRES_FILE, centres) : {};

export const OUTLINES_FILE = 'outlines.yaml';

const ring = z
  .string()
  .regex(/^\d+\.\d+,\d+\.\d+( \d+\.\d+,\d+\.\d+){3,}$/)
  .transform((text) => text.split(' ').map((pair) => pair.split(',').map(Number)));

/** `outlines.yaml`: six digits → the rings of its outline, GCJ-02 */
export const outlines: z.ZodType<Record<string, Area>> = z.record(
  z.string().regex(/^\d{6}$/),
  // a hole is a ring like any other: crossings are counted over all of them
  z.array(ring.transform((one) => [one])).min(1),
);

/** A folder without the file can say of no point where it lies. @throws PolicyError */
export const loadOutlines = (root: string): Readonly<Record<string, Area>> =>
  existsSync(path.join(root, OUTLINES_FILE)) ? readYaml(root, OUTLINES_FILE, outlines) : {};

/**
 * @param point GCJ-02
 * @returns null: it is in the county or just beside, or nobody can tell; else the county it is in, '' for none of ours
 */
export function elsewhere(
  { outlines }: Pick<PolicyBook, 'outlines'>,
  county: string,
  point: Point,
): string | null {
  const own = outlines[county];
  if (own && (inside(own, point) || metresToEdge(own, point) <= BESIDE)) return null;
  const [there] = Object.entries(outlines).find(([, area]) => inside(area, point)) ?? [];
  return there ?? (own ? '' : null);
}

const plain = (name: string) => name.normalize('NFKC').replace(/\s+/g, '');

/**
 * GCJ-02 and how exact it is.
 * @param town as anybody writes it; one whose point the county did not supply is as good as none
 * @returns null for a county that no pack serves
 */
export function pointOf(
  book: Pick<PolicyBook, 'regions' | 'centres'>,
  county: string,
  town: string | null,
): (Point & { readonly exact: Exactness }) | null {
  const wanted = town === null ? null : plain(town);
  for (const { region } of book.regions)
    for (const place of region.places ?? [])
      if (place.point && place.code.startsWith(county) && plain(place.name) === wanted)
        return { ...place.point, exact: 'town' };
  const centre = book.centres[county];
  return centre ? { ...centre, exact: 'county' } : null;
}
