import { z } from 'zod';
import { done, errors, id, moment, nothing, post, procedure, typed, words } from './base';

/** A group as its members see it: how many there are, never who or how much. */
export const wageGroupView = z.object({
  id,
  /** to read to others, ten digits */
  code: z.string(),
  /** as the founder wrote them */
  employer: z.string(),
  site: z.string().nullable(),
  founder: z.boolean(),
  joined: z.int(),
  joined_at: moment,
  /** ten or more: handled first, and they name three to five representatives (规则 5、62–64) */
  representatives: z.boolean(),
});
export type WageGroupView = z.infer<typeof wageGroupView>;

export const wagesContract = {
  group_create: procedure
    .meta({ who: 'signed_in' })
    .route(post('/wages/group_create', 'Begin a group of people who ask for the same pay'))
    .input(z.strictObject({ id, employer: words(60), site: typed(60).optional() }))
    .output(wageGroupView)
    .errors(errors('TooManyTries', 'InvalidInput', 'NotFound')),
  group_join: procedure
    .meta({ who: 'signed_in' })
    .route(post('/wages/group_join', 'Join with the number somebody told'))
    .input(z.strictObject({ code: words(20) }))
    .output(wageGroupView)
    .errors(errors('TooManyTries', 'InvalidInput')),
  group_show: procedure
    .meta({ who: 'signed_in' })
    .route(post('/wages/group_show', 'The groups I am in, and how many have joined'))
    .input(nothing)
    .output(z.array(wageGroupView)),
  group_leave: procedure
    .meta({ who: 'signed_in' })
    .route(post('/wages/group_leave', 'Leave a group; what I filed stays as it is'))
    .input(z.strictObject({ id }))
    .output(done),
};
