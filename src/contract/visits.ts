import { z } from 'zod';
import { keysOf, VISIT_HOW, VISIT_WANTS, VISIT_WORK } from '@/domain/visits';
import { day, errors, id, moment, post, procedure, typed, words } from './base';

const place = typed(40);

const visitContent = z.strictObject({
  /** how it was: at home, by telephone, not met */
  how: z.enum(keysOf(VISIT_HOW)),
  work: z.enum(keysOf(VISIT_WORK)),
  wants: z.array(z.enum(keysOf(VISIT_WANTS))).max(7),
  note: typed(500).optional(),
});

export const visitsContract = {
  /** A village worker's residents, and who has not been seen this month. */
  residents: procedure
    .meta({ who: 'staff' })
    .route(post('/visits/residents', 'My residents and this month’s visits'))
    .input(
      z.strictObject({
        month: z
          .string()
          .regex(/^\d{4}-\d{2}$/)
          .optional(),
        town: place.optional(),
        village: place.optional(),
      }),
    )
    .output(
      z.object({
        month: z.string(),
        /** by when the village reports, and the township enters: with the passage that says so; null where none does */
        rule: z
          .object({
            village_by: day,
            town_by: day,
            /** its id, and as people call it */
            document: z.string(),
            number: z.string(),
            item: z.string(),
            quote: z.string(),
            /** what it says of workshops */
            workshops_quote: z.string().nullable(),
            /** the document was not in force any more by then: shown with the rule */
            expired: z.boolean(),
          })
          .nullable(),
        /** to choose from; whose row says none stand under “（没有写）” */
        towns: z.array(z.string()),
        villages: z.array(z.string()),
        /** of the village that was chosen; none before one was. A village worker has but one. Sixteen and older. */
        residents: z.array(
          z.object({
            person: id,
            household: id,
            name: z.string(),
            village: z.string().nullable(),
            phone: z.string().nullable(),
            head: z.boolean(),
            /** the last visit this month at which the person was met */
            visited_on: day.nullable(),
            entered: z.boolean(),
            last_visit: day.nullable(),
          }),
        ),
        /** seen this quarter, and by when; null where no document says so */
        workshops: z.array(
          z.object({ name: z.string(), visited_on: day.nullable(), due_by: day.nullable() }),
        ),
      }),
    )
    .errors(errors('NotAllowed', 'InvalidInput')),
  /** Sent once or many times: kept once. */
  record: procedure
    .meta({ who: 'staff' })
    .route(post('/visits/record', 'A visit that was made'))
    .input(
      z.discriminatedUnion('kind', [
        z.strictObject({
          id,
          kind: z.literal('resident'),
          /** from the list, or the code that was scanned on the day of the visit: one of the two */
          person: id.optional(),
          code: z.string().trim().max(600).optional(),
          visited_on: day,
          content: visitContent,
        }),
        z.strictObject({
          id,
          kind: z.literal('workshop'),
          name: words(40),
          visited_on: day,
          workers: z.int().min(0).max(10_000).optional(),
          note: typed(500).optional(),
        }),
      ]),
    )
    .output(z.object({ id, again: z.boolean() }))
    .errors(errors('NotFound', 'InvalidInput', 'NotAllowed')),
  /** The township has entered the village’s visits. */
  enter: procedure
    .meta({ who: 'staff' })
    .route(post('/visits/enter', 'Entered by the township'))
    .input(z.strictObject({ month: z.string().regex(/^\d{4}-\d{2}$/), village: place }))
    .output(z.object({ entered: z.int() }))
    .errors(errors('NotAllowed')),
  /** What was written of one resident. */
  of: procedure
    .meta({ who: 'staff' })
    .route(post('/visits/of', 'Earlier visits of one resident'))
    .input(z.strictObject({ person: id }))
    .output(
      z.array(
        z.object({ id, visited_on: day, office: z.string(), content: visitContent, recorded_at: moment }),
      ),
    )
    .errors(errors('NotFound', 'NotAllowed')),
};
