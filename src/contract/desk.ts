import { z } from 'zod';
import { LEVELS, MILESTONE_FIELDS } from '@/domain/cases';
import { day, errors, id, nothing, post, procedure, regionCode, typed, words } from './base';
import { can, caseLine, caseView, doneElsewhere } from './cases';
import { decision } from './decision';
import { paperFile, paperFormat, paperId } from './papers';

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
  /** comes first */
  green: z.boolean(),
  /** one of several of the same matter */
  together: z.boolean(),
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
  /** how this service calls its steps, where not as everywhere */
  words: z.partialRecord(z.string(), z.string()),
  /** what a step means here, where not as everywhere */
  lines: z.partialRecord(z.string(), z.string()),
  /** steps of its own, and whether each can be written down now */
  milestones: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      plain: z.string(),
      fields: z.partialRecord(z.enum(MILESTONE_FIELDS), z.enum(['must', 'may'])),
      ahead: z.boolean(),
      /** why not now; null when it can be */
      why: z.string().nullable(),
    }),
  ),
  /** what an application has to say (调仲法 28, 规则 29): there, missing, or not known */
  complete: z.array(
    z.object({
      block: z.string(),
      label: z.string(),
      state: z.enum(['there', 'missing', 'unsure']),
      need: z.boolean(),
    }),
  ),
  /** other cases that may be of the same matter, and those it is handled with */
  alike: z.array(caseLine.extend({ name: z.string().nullable(), why: z.string(), joined: z.boolean() })),
});
export type DeskCase = z.infer<typeof deskCase>;

const actingOn = { id, version: z.int(), event: id };
const fen = z.int().min(0).max(100_000_000);

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
  paper: procedure
    .meta({ who: 'staff' })
    .route(post('/desk/paper', 'A paper of a wage matter, made from the answers of the case'))
    .input(z.strictObject({ id, paper: paperId, format: paperFormat }))
    .output(paperFile)
    .errors(errors('NotFound', 'TooManyTries')),
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
        // an item of the document, or `statute:article` of the law
        z.strictObject({
          ...actingOn,
          action: z.literal('refuse'),
          text: words(500),
          item: words(60).optional(),
        }),
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
        z.strictObject({
          ...actingOn,
          action: z.literal('record'),
          milestone: typed(40),
          on: day,
          text: words(500).optional(),
          fen: z.int().min(1).max(1_000_000_000).optional(),
          place: words(100).optional(),
          time: z
            .string()
            .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
            .optional(),
          until: day.optional(),
          who: words(100).optional(),
          asked_on: day.optional(),
          items: z
            .array(
              z.strictObject({
                title: words(40),
                fen: z.int().min(0).max(1_000_000_000),
                final: z.boolean(),
              }),
            )
            .min(1)
            .max(10)
            .optional(),
          corrects: id.optional(),
          confirmed: words(200).optional(),
        }),
        z.strictObject({ ...actingOn, action: z.literal('leave_group'), text: words(200) }),
        z.strictObject({ ...actingOn, ...doneElsewhere, action: z.literal('see_done') }),
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
  /** Two cases of the same matter; the other one may be in a group already. */
  join: procedure
    .meta({ who: 'staff' })
    .route(post('/desk/join', 'Handle this case together with another'))
    .input(z.strictObject({ ...actingOn, with: id }))
    .output(deskCase)
    .errors(errors('NotFound', 'ActionNotAllowed', 'CaseChanged', 'InvalidInput')),
  hearings: procedure
    .meta({ who: 'staff' })
    .route(post('/desk/hearings', 'The next hearings'))
    .input(nothing)
    .output(z.array(z.object({ case: queueLine, on: day, time: z.string(), place: z.string() }))),
  employers: procedure
    .meta({ who: 'staff' })
    .route(post('/desk/employers', 'Employers or sites with many complaints'))
    .input(z.strictObject({ by: z.enum(['employer', 'site']).optional() }))
    .output(
      z.object({
        since: day,
        employers: z.array(
          z.object({
            name: z.string(),
            cases: z.int(),
            people: z.int(),
            open: z.int(),
            /** what is asked for, as far as it was said */
            fen: z.number().nullable(),
            newest: day,
          }),
        ),
        by_town: z.array(
          z.object({
            town: z.string(),
            cases: z.int(),
            /** GCJ-02; null: the county has not supplied where the township is */
            point: z.object({ lat: z.number(), lng: z.number() }).nullable(),
          }),
        ),
      }),
    ),
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
          /** who filed in these days, and what wage matters ask for */
          people: z.int(),
          asked_fen: z.number().nullable(),
        }),
        by_service: z.array(
          z.object({
            service: z.string(),
            title: z.string(),
            received: z.int(),
            in_time: z.int(),
            late: z.int(),
            overdue: z.int(),
            people: z.int(),
            asked_fen: z.number().nullable(),
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
