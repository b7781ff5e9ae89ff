/** `stations.yaml` of a region: what its documents say there is, and the stations the county has supplied. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { PolicyDocument } from '@/domain/eligibility';
import { PROVINCES } from '@/domain/geo/provinces';
import { STATION_KIND_NAMES, type Station, type StationBook } from '@/domain/stations';
import { readYaml, wrongAt } from './read-yaml';

export const STATIONS_FILE = 'stations.yaml';

const text = z.string().trim().min(1);
const kind = z.enum(STATION_KIND_NAMES);
/** as `PROVINCES` writes it: without 省 and 市 */
const province = z.enum(PROVINCES.map(({ name }) => name) as [string, ...string[]]);

const station: z.ZodType<Station> = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words with hyphens'),
    kind,
    name: text.max(60),
    sample: z.boolean().default(false),
    unit: text.optional(),
    town: text.optional(),
    village: text.optional(),
    far: z.strictObject({ province, city: text.optional() }).optional(),
    address: text.max(120).optional(),
    hours: text.max(100).optional(),
    phone: z
      .string()
      .regex(/^[\d-]{3,15}$/, 'digits and hyphens')
      .optional(),
    services: z.array(text.max(20)).max(12).default([]),
    // China, so that latitude and longitude are not exchanged
    point: z.strictObject({ lat: z.number().min(3).max(54), lng: z.number().min(73).max(136) }).optional(),
  })
  .refine(({ sample, name }) => !sample || name.startsWith('样例'), {
    path: ['name'],
    message: 'an invented one is called 样例…',
  })
  .refine(({ kind: of, far }) => (of === 'outstation') === (far !== undefined), {
    path: ['far'],
    message: 'an outstation says where it is, and nothing else does',
  })
  .refine(({ far, unit }) => (far === undefined) === (unit !== undefined), {
    path: ['unit'],
    message: 'which unit of the region is it in',
  });

export const stationsFile = z.strictObject({
  named: z.array(z.strictObject({ kind, document: text, item: text, quote: text, office: text.nullable() })),
  stations: z.array(station).default([]),
});

interface RegionPart {
  readonly id: string;
  readonly units: readonly { readonly id: string }[];
  readonly offices: readonly { readonly id: string }[];
  readonly places?: readonly { readonly name: string }[] | undefined;
}

const bare = (words: string) => words.replace(/\s+/g, '');

/**
 * @param documents those of the region
 * @throws PolicyError when the file does not validate, names a place or an office the region has not, or quotes what is
 * not in the item word for word
 */
export function loadStations(
  root: string,
  folder: string,
  region: RegionPart,
  documents: readonly PolicyDocument[],
): StationBook {
  const file = `${folder}/${STATIONS_FILE}`;
  if (!existsSync(path.join(root, file))) return { named: [], stations: [] };
  const book = readYaml(root, file, stationsFile);
  for (const [at, { document, item, quote, office }] of book.named.entries()) {
    const wrong = (field: string, why: string) => wrongAt(root, file, ['named', at, field], why);
    const found = documents.find(({ id }) => id === document);
    if (!found) throw wrong('document', `${document} is no document of this region`);
    const cited = found.items.find(({ key }) => key === item);
    if (!cited) throw wrong('item', `${document} has no item ${item}`);
    if (!bare(cited.text).includes(bare(quote))) throw wrong('quote', `not in ${item}: ${quote}`);
    if (office !== null && !region.offices.some(({ id }) => id === office))
      throw wrong('office', `the region has no office ${office}`);
  }
  const ids = new Set<string>();
  for (const [at, one] of book.stations.entries()) {
    const wrong = (field: string, why: string) => wrongAt(root, file, ['stations', at, field], why);
    if (ids.has(one.id)) throw wrong('id', `${one.id} is there twice`);
    ids.add(one.id);
    if (one.unit !== undefined && !region.units.some(({ id }) => id === one.unit))
      throw wrong('unit', `the region has no unit ${one.unit}`);
    if (region.places && one.town !== undefined && !region.places.some(({ name }) => name === one.town))
      throw wrong('town', `the region has no township ${one.town}`);
    const own = PROVINCES.find(({ code }) => region.id.startsWith(code.slice(0, 2)))?.name;
    if (one.far && one.far.province === own) throw wrong('far', `${own} is the region's own province`);
  }
  return book;
}
