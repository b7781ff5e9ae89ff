/** Where a county or a township is, when nobody knows better. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
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
