import { z } from 'zod';
import { day, errors, post, procedure, regionCode, typed } from './base';

/** 公示: who holds a public-welfare post, masked, for everybody to see. */
export const noticesContract = {
  posts: procedure
    .meta({ who: 'public' })
    .route(post('/notices/posts', 'Public-welfare posts, masked, for 公示'))
    .input(z.strictObject({ county: regionCode, cursor: typed(100).optional() }))
    .output(
      z.object({
        posts: z.array(
          z.object({
            name: z.string(),
            town: z.string().nullable(),
            village: z.string().nullable(),
            post: z.string(),
            decided_on: day,
            number: z.string(),
          }),
        ),
        next: z.string().nullable(),
      }),
    )
    .errors(errors('RegionWithoutPack', 'NotReady', 'InvalidInput')),
};
