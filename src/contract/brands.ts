/** The library of labour brands, for everybody to see. */
import { z } from 'zod';
import { errors, post, procedure, regionCode } from './base';

const brandView = z.object({
  /** of the region's file: the same as long as the brand is */
  id: z.string(),
  name: z.string(),
  /** an invented one: only the demonstration has them */
  sample: z.boolean(),
  county_name: z.string(),
  what: z.string(),
  /** null: nobody said */
  trains: z.string().nullable(),
  hires: z.string().nullable(),
  phone: z.string().nullable(),
});
export type BrandView = z.infer<typeof brandView>;

export const brandsContract = {
  list: procedure
    .meta({ who: 'public' })
    .route(post('/brands/list', 'Labour brands: what they are, where they train, where they hire'))
    .input(z.strictObject({ county: regionCode }))
    .output(
      z.object({
        /** those of the own county first */
        brands: z.array(brandView),
        /** what the document wants to become brands, also where none has been supplied */
        focus: z.array(
          z.object({
            area: z.string(),
            trades: z.array(z.string()),
            document: z.string(),
            number: z.string(),
            item: z.string(),
            quote: z.string(),
            /** the document is not in force any more */
            expired: z.boolean(),
          }),
        ),
      }),
    )
    .errors(errors('RegionWithoutPack')),
};
