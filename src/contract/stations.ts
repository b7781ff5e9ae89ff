/** Where one is helped with work, for everybody to see. */
import { z } from 'zod';
import { STATION_KIND_NAMES } from '@/domain/stations';
import { errors, post, procedure, regionCode } from './base';
import { lookFrom } from './jobs';

const kind = z.enum(STATION_KIND_NAMES);

export const stationView = z.object({
  /** of the region's file: the same as long as the station is */
  id: z.string(),
  kind,
  name: z.string(),
  /** an invented one: only the demonstration has them, and the page says 样例 */
  sample: z.boolean(),
  /** null: in another province */
  county_name: z.string().nullable(),
  town: z.string().nullable(),
  village: z.string().nullable(),
  /** of an outstation */
  province: z.string().nullable(),
  city: z.string().nullable(),
  address: z.string().nullable(),
  hours: z.string().nullable(),
  phone: z.string().nullable(),
  services: z.array(z.string()),
  /** GCJ-02; null: nobody said */
  point: z.object({ lat: z.number(), lng: z.number() }).nullable(),
  /** as the crow flies; null: one of the two places is not known */
  metres: z.int().nullable(),
});
export type StationView = z.infer<typeof stationView>;

export const stationsContract = {
  near: procedure
    .meta({ who: 'public' })
    .route(post('/stations/near', 'Where one is helped: near by, in other provinces, by telephone'))
    .input(
      z.strictObject({
        from: lookFrom,
        /** the county one chose, where one looks from a point: whose documents and telephones are shown */
        county: regionCode.optional(),
      }),
    )
    .output(
      z.object({
        region: regionCode,
        /** the nearest first where that is known, else the own township, the own county, the others */
        near: z.array(stationView),
        /** more than are shown */
        more: z.boolean(),
        /** outside the province */
        elsewhere: z.array(z.object({ province: z.string(), stations: z.array(stationView) })),
        hotlines: z.array(z.object({ number: z.string(), name: z.string(), about: z.string() })),
        /** what the document says there is to be, also where the county has supplied none */
        named: z.array(
          z.object({
            kind,
            document: z.string(),
            number: z.string(),
            item: z.string(),
            quote: z.string(),
            /** who runs it; null: the document names nobody */
            office: z.object({ name: z.string(), phone: z.string().nullable() }).nullable(),
            /** the county has supplied at least one */
            supplied: z.boolean(),
            /** the document is not in force any more */
            expired: z.boolean(),
          }),
        ),
      }),
    )
    .errors(errors('InvalidInput', 'RegionWithoutPack')),
};
