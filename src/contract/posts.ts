/** Public-welfare posts: how many and which by village, who holds them (masked), and the desk's side. */
import { z } from 'zod';
import { keysOf } from '@/domain/jobs';
import { POST_FLAGS, POST_KINDS } from '@/domain/posts';
import { day, errors, id, moment, nothing, post, procedure, regionCode, typed, words } from './base';

const kind = z.enum(keysOf(POST_KINDS));
const calendarDay = z.string().max(10);
const cursor = typed(100).optional();

/** What the region's document says of one contract; null: nothing. */
const longest = z
  .object({
    ...{ months: z.int(), document: z.string(), number: z.string(), item: z.string(), quote: z.string() },
    /** the last day of a document that is over; null: in force */
    expired_on: day.nullable(),
  })
  .nullable();

const flag = z.object({
  kind: z.enum(POST_FLAGS),
  text: z.string(),
  /** where it says so; null: no document of this place does */
  basis: z.object({ document: z.string(), item: z.string(), quote: z.string() }).nullable(),
});
export type PostFlagView = z.infer<typeof flag>;

const postLine = z.object({
  id,
  town: z.string(),
  village: z.string(),
  kind,
  title: z.string(),
  people: z.int(),
  duty: z.string().nullable(),
  /** holders whose contract runs */
  held: z.int(),
});
export type PostLine = z.infer<typeof postLine>;

const holderLine = z.object({
  id,
  name: z.string(),
  /** in the register */
  known: z.boolean(),
  starts_on: day,
  ends_on: day,
  ended_on: day.nullable(),
  /** when it was written down, for which office, and why; null: it runs, or that was not kept */
  ended: z.object({ at: moment, office: z.string(), why: z.string() }).nullable(),
  soon: z.boolean(),
  flags: z.array(flag),
});
export type HolderLine = z.infer<typeof holderLine>;

const deskPost = postLine.extend({
  version: z.int(),
  ended_on: day.nullable(),
  holders: z.array(holderLine),
});
export type DeskPost = z.infer<typeof deskPost>;

export const postsContract = {
  village: procedure
    .meta({ who: 'public' })
    .route(post('/posts/village', 'Public-welfare posts of a county by village: how many, which'))
    .input(z.strictObject({ county: regionCode, town: typed(40).optional() }))
    .output(
      z.object({
        towns: z.array(z.string()),
        posts: z.array(postLine),
        people: z.int(),
        held: z.int(),
        longest,
        /** only the first thousand are here: choose a town */
        more: z.boolean(),
      }),
    )
    .errors(errors('RegionWithoutPack', 'NotReady', 'TooManyTries')),
  holders: procedure
    .meta({ who: 'public' })
    .route(post('/posts/holders', 'Who holds a post, masked'))
    .input(
      z.strictObject({
        county: regionCode,
        town: typed(40).optional(),
        village: typed(40).optional(),
        cursor,
      }),
    )
    .output(
      z.object({
        holders: z.array(
          z.object({
            id,
            /** 姓 and stars */
            name: z.string(),
            town: z.string(),
            village: z.string(),
            kind,
            title: z.string(),
            starts_on: day,
            ends_on: day,
          }),
        ),
        next: z.string().nullable(),
      }),
    )
    .errors(errors('RegionWithoutPack', 'NotReady', 'InvalidInput', 'TooManyTries')),
  mine: procedure
    .meta({ who: 'bound', acts: 'apply', trail: '看了您的公益性岗位' })
    .route(post('/posts/mine', 'The posts I hold, and until when'))
    .input(nothing)
    .output(
      z.array(
        z.object({
          id,
          kind,
          title: z.string(),
          town: z.string(),
          village: z.string(),
          duty: z.string().nullable(),
          starts_on: day,
          ends_on: day,
          ended_on: day.nullable(),
          soon: z.boolean(),
        }),
      ),
    ),

  desk: procedure
    .meta({ who: 'staff' })
    .route(post('/posts/desk', 'Posts and holders of my place, with what to look at'))
    .input(z.strictObject({ town: typed(40).optional(), village: typed(40).optional() }))
    .output(
      z.object({
        towns: z.array(z.string()),
        town: z.string().nullable(),
        village: z.string().nullable(),
        posts: z.array(deskPost),
        longest,
        /** applications that are open and have something to look at; no names */
        applying: z.array(z.object({ case: id, number: z.string(), flags: z.array(flag) })),
        /** of either there are more than are shown */
        more: z.boolean(),
      }),
    )
    .errors(errors('NotAllowed')),
  /** Whom the register says to be in a post and nobody has entered here. */
  register: procedure
    .meta({ who: 'staff' })
    .route(post('/posts/register', 'People of a village who hold a post by the register'))
    .input(z.strictObject({ town: typed(40), village: typed(40) }))
    .output(z.array(z.object({ person: id, name: z.string(), months: z.int().nullable() })))
    .errors(errors('NotAllowed')),
  put: procedure
    .meta({ who: 'staff' })
    .route(post('/posts/put', 'Enter a post, change it, or end it'))
    .input(
      z.strictObject({
        id,
        /** the version that was on the screen; 0: a new one */
        version: z.int().min(0).max(1_000_000),
        post: z.strictObject({
          town: words(40),
          village: words(40),
          kind,
          title: words(40),
          people: z.int().min(-1_000_000).max(1_000_000),
          duty: typed(200).nullable(),
        }),
        end: z.boolean().optional(),
      }),
    )
    .output(deskPost)
    .errors(errors('NotAllowed', 'NotFound', 'InvalidInput', 'CaseChanged', 'ActionNotAllowed')),
  hold: procedure
    .meta({ who: 'staff' })
    .route(post('/posts/hold', 'Somebody holds a post by a contract'))
    .input(
      z.strictObject({
        id,
        post: id,
        /** of the register; else name and number as on the contract */
        person: id.optional(),
        name: words(40).optional(),
        id_number: typed(64).optional(),
        starts_on: calendarDay,
        ends_on: calendarDay,
      }),
    )
    .output(holderLine)
    .errors(
      errors('NotAllowed', 'NotFound', 'InvalidInput', 'AlreadyFiled', 'ActionNotAllowed', 'TooManyTries'),
    ),
  end: procedure
    .meta({ who: 'staff' })
    .route(post('/posts/end', 'A contract ended: left, or not renewed'))
    .input(z.strictObject({ id, on: calendarDay, why: words(100) }))
    .output(holderLine)
    .errors(errors('NotAllowed', 'NotFound', 'InvalidInput', 'ActionNotAllowed')),
};
