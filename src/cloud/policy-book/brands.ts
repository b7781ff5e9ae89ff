/** `brands.yaml` of a region: what its documents want to become labour brands, and the brands the county has supplied. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Brand, BrandBook } from '@/domain/brands';
import type { PolicyDocument } from '@/domain/eligibility';
import { readYaml, wrongAt } from './read-yaml';

export const BRANDS_FILE = 'brands.yaml';

const text = z.string().trim().min(1);

const brand: z.ZodType<Brand> = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words with hyphens'),
    name: text.max(40),
    sample: z.boolean().default(false),
    unit: text,
    what: text.max(200),
    trains: text.max(200).optional(),
    hires: text.max(200).optional(),
    phone: z
      .string()
      .regex(/^[\d-]{3,15}$/, 'digits and hyphens')
      .optional(),
  })
  .refine(({ sample, name }) => !sample || name.startsWith('样例'), {
    path: ['name'],
    message: 'an invented one is called 样例…',
  });

export const brandsFile = z.strictObject({
  focus: z
    .array(
      z.strictObject({
        area: text,
        trades: z.array(text).min(1),
        document: text,
        item: text,
        quote: text,
      }),
    )
    .default([]),
  brands: z.array(brand).default([]),
});

interface RegionPart {
  readonly units: readonly { readonly id: string }[];
}

const bare = (words: string) => words.replace(/\s+/g, '');

/**
 * @param documents those of the region
 * @throws PolicyError when the file does not validate, names a place the region has not, or quotes what is not in the
 * item word for word
 */
export function loadBrands(
  root: string,
  folder: string,
  region: RegionPart,
  documents: readonly PolicyDocument[],
): BrandBook {
  const file = `${folder}/${BRANDS_FILE}`;
  if (!existsSync(path.join(root, file))) return { focus: [], brands: [] };
  const book = readYaml(root, file, brandsFile);
  for (const [at, { document, item, quote, trades }] of book.focus.entries()) {
    const wrong = (field: string, why: string) => wrongAt(root, file, ['focus', at, field], why);
    const cited = documents.find(({ id }) => id === document)?.items.find(({ key }) => key === item);
    if (!cited) throw wrong('item', `no document of this region has ${document} ${item}`);
    if (!bare(cited.text).includes(bare(quote))) throw wrong('quote', `not in ${item}: ${quote}`);
    for (const trade of trades)
      if (!quote.includes(trade)) throw wrong('trades', `the quotation does not name ${trade}`);
  }
  const ids = new Set<string>();
  for (const [at, { id, unit }] of book.brands.entries()) {
    const wrong = (field: string, why: string) => wrongAt(root, file, ['brands', at, field], why);
    if (ids.has(id)) throw wrong('id', `${id} is there twice`);
    ids.add(id);
    if (!region.units.some((one) => one.id === unit)) throw wrong('unit', `the region has no unit ${unit}`);
  }
  return book;
}
