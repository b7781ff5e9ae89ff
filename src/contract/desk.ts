import { z } from 'zod';
import { LEVELS } from '@/domain/cases';
import { STAFF_ROLE_NAMES, type StaffRoleName } from '@/domain/staff';
import { keysOf, VISIT_HOW, VISIT_WANTS, VISIT_WORK } from '@/domain/visits';
import {
  day,
  done,
  errors,
  id,
  moment,
  nothing,
  phone,
  post,
  procedure,
  regionCode,
  typed,
  words,
} from './base';
import { can, caseLine, caseView } from './cases';
import { decision } from './decision';

const level = z.enum(LEVELS);
const place = typed(40);

/** A case as the desk's queue shows it. */
export const queueLine = caseLine.extend({
  /** masked; null for a report without a name */
  name: z.string().nullable(),
  town: z.string().nullable(),
  village: z.string().nullable(),
  level,
  assignee: z.object({ id, name: z.string() }).nullable(),
  escalated: z.boolean(),
});
export type QueueLine = z.infer<typeof queueLine>;

const comparison = z.object({
  id: z.string(),
  label: z.string(),
  /** what the resident said, and what the register says of the same */
  said: z.string(),
  register: z.string().nullable(),
  differs: z.boolean(),
});

export const deskCase = z.object({
  case: caseView.extend({ can: z.partialRecord(z.string(), can) }),
  person: z
    .object({
      name: z.string(),
      /** the last four characters */
      id_tail: z.string().nullable(),
      phone: z.string().nullable(),
      town: z.string().nullable(),
      village: z.string().nullable(),
      unit: z.string().nullable(),
    })
    .nullable(),
  compared: z.array(comparison),
  /** what the engine says with register and answers on the day of filing: proposals, nobody is bound by them */
  proposals: z.array(z.object({ as_of: day, title: z.string(), decision })),
  /** earlier and open cases of the same person and service */
  others: z.array(caseLine),
  /** why this officer keeps off */
  conflict: z.string().nullable(),
  four_eyes_above: z.int().nullable(),
  /** items of the document that a refusal can name */
  items: z.array(z.object({ key: z.string(), title: z.string() })),
  colleagues: z.array(z.object({ id, name: z.string() })),
  /** papers of the service: what a supplement can ask for */
  evidence: z.array(z.object({ id: z.string(), title: z.string() })),
  /** something is paid out after the approval: an amount belongs to it */
  pays: z.boolean(),
});
export type DeskCase = z.infer<typeof deskCase>;

const actingOn = { id, version: z.int(), event: id };
const fen = z.int().min(0).max(100_000_000);

export const staffRole = z.enum(STAFF_ROLE_NAMES as [StaffRoleName, ...StaffRoleName[]]);

export const deskContract = {
  queue: procedure
    .meta({ who: 'staff' })
    .route(post('/desk/queue', 'What waits at this desk, the most urgent first'))
    .input(
      z.strictObject({
        show: z.enum(['open', 'today', 'late', 'mine', 'waiting', 'closed']).optional(),
        service: typed(64).optional(),
        town: place.optional(),
        /** number, exactly */
        number: typed(40).optional(),
        cursor: typed(200).optional(),
      }),
    )
    .output(
      z.object({
        cases: z.array(queueLine),
        next: z.string().nullable(),
        /** up to 1000; more is said as 1000 */
        counts: z.object({ open: z.int(), today: z.int(), late: z.int(), mine: z.int(), waiting: z.int() }),
        services: z.array(z.object({ id: z.string(), title: z.string() })),
        towns: z.array(z.string()),
        /** whom cases of this desk can be handed to */
        colleagues: z.array(z.object({ id, name: z.string() })),
      }),
    ),
  show: procedure
    .meta({ who: 'staff' })
    .route(post('/desk/show', 'One case with everything the decision needs'))
    .input(z.strictObject({ id }))
    .output(deskCase)
    .errors(errors('NotFound')),
  act: procedure
    .meta({ who: 'staff' })
    .route(post('/desk/act', 'Accept, ask, transfer, approve, refuse, countersign, pay'))
    .input(
      z.discriminatedUnion('action', [
        z.strictObject({ ...actingOn, action: z.literal('accept') }),
        z.strictObject({
          ...actingOn,
          action: z.literal('ask_supplement'),
          text: words(500),
          evidence: z.array(z.string().max(40)).max(10),
          until: day,
        }),
        z.strictObject({
          ...actingOn,
          action: z.literal('transfer'),
          level,
          county: regionCode,
          text: words(500),
        }),
        z.strictObject({ ...actingOn, action: z.literal('recuse'), text: words(200) }),
        z.strictObject({ ...actingOn, action: z.literal('approve'), text: words(500), fen: fen.optional() }),
        z.strictObject({ ...actingOn, action: z.literal('refuse'), text: words(500), item: words(20) }),
        z.strictObject({ ...actingOn, action: z.literal('countersign'), text: words(500).optional() }),
        z.strictObject({ ...actingOn, action: z.literal('send_back'), text: words(500) }),
        z.strictObject({
          ...actingOn,
          action: z.literal('pay'),
          fen: fen.nullable(),
          on: day,
          text: words(500).optional(),
        }),
        z.strictObject({
          ...actingOn,
          action: z.literal('correct_payment'),
          fen: fen.nullable(),
          on: day,
          text: words(500),
        }),
      ]),
    )
    .output(deskCase)
    .errors(
      errors(
        'NotFound',
        'ActionNotAllowed',
        'CaseChanged',
        'InvalidInput',
        'RegionWithoutPack',
        'CannotConfirm',
      ),
    ),
  /** Several at once; each is told apart. */
  assign: procedure
    .meta({ who: 'staff' })
    .route(post('/desk/assign', 'Hand cases to a colleague, or take them'))
    .input(z.strictObject({ cases: z.array(id).min(1).max(100), to: id.nullable() }))
    .output(z.object({ assigned: z.array(id), refused: z.array(z.object({ id, why: z.string() })) }))
    .errors(errors('NotFound', 'NotAllowed')),
  /** Received, decided in time, overdue: by service and township. */
  numbers: procedure
    .meta({ who: 'staff' })
    .route(post('/desk/numbers', 'The numbers of the office'))
    .input(z.strictObject({ from: day, to: day }))
    .output(
      z.object({
        from: day,
        to: day,
        total: z.object({
          received: z.int(),
          closed: z.int(),
          in_time: z.int(),
          late: z.int(),
          open: z.int(),
          overdue: z.int(),
          stars: z.number().nullable(),
        }),
        by_service: z.array(
          z.object({
            service: z.string(),
            title: z.string(),
            received: z.int(),
            in_time: z.int(),
            late: z.int(),
            overdue: z.int(),
          }),
        ),
        by_town: z.array(
          z.object({
            town: z.string(),
            received: z.int(),
            in_time: z.int(),
            late: z.int(),
            overdue: z.int(),
          }),
        ),
        by_month: z.array(z.object({ month: z.string(), received: z.int(), closed: z.int() })),
      }),
    )
    .errors(errors('InvalidInput')),
};

/** Who works at the desk: the county's administrator gives and ends it. */
export const staffContract = {
  list: procedure
    .meta({ who: 'staff' })
    .route(post('/staff/list', 'Who works for my county'))
    .input(nothing)
    .output(
      z.array(
        z.object({
          id,
          name: z.string(),
          phone: z.string().nullable(),
          office: z.string(),
          role: staffRole,
          town: z.string().nullable(),
          village: z.string().nullable(),
          services: z.array(z.string()).nullable(),
          until: day,
          ended: z.boolean(),
          self: z.boolean(),
        }),
      ),
    )
    .errors(errors('NotAllowed')),
  give: procedure
    .meta({ who: 'staff' })
    .route(post('/staff/give', 'Give somebody a role until a day'))
    .input(
      z.strictObject({
        phone,
        name: words(40),
        /** whoever is in the register: cases of the own family are kept away */
        id_number: z.string().trim().max(40).optional(),
        office: words(40),
        role: staffRole,
        town: place.optional(),
        village: place.optional(),
        services: z.array(typed(64)).max(60).optional(),
        until: day,
      }),
    )
    .output(done)
    .errors(errors('NotAllowed', 'InvalidInput')),
  end: procedure
    .meta({ who: 'staff' })
    .route(post('/staff/end', 'End a role at once'))
    .input(z.strictObject({ id }))
    .output(done)
    .errors(errors('NotAllowed', 'NotFound')),
};

const visitContent = z.strictObject({
  /** how it was: at home, by telephone, not met */
  how: z.enum(keysOf(VISIT_HOW)),
  work: z.enum(keysOf(VISIT_WORK)),
  wants: z.array(z.enum(keysOf(VISIT_WANTS))).max(7),
  note: typed(500).optional(),
});
export type VisitContent = z.infer<typeof visitContent>;

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
