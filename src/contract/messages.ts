import { z } from 'zod';
import { day, errors, id, moment, nothing, post, procedure } from './base';

/** What WeChat's own sheet answered for one template; `off`: all notices are switched off there. */
export const PERMIT_ANSWERS = ['accept', 'reject', 'ban', 'filter', 'off'] as const;
const template = z.enum(['task', 'progress', 'digest']);
const hour = z.int().min(0).max(23);

const messageView = z.object({
  id,
  kind: z.enum(['case', 'benefit', 'training', 'hands', 'post', 'work', 'notice']),
  /** the case it opens */
  case: id.nullable(),
  /** what else it opens: a benefit's id, a training session's */
  ref: z.string().nullable(),
  title: z.string(),
  text: z.string(),
  /** what was said with it */
  said: z.string().nullable(),
  number: z.string().nullable(),
  /** the passage it rests on; `document`: the id to open, null for a law */
  cite: z.object({ title: z.string(), item: z.string(), document: z.string().nullable() }).nullable(),
  urgent: z.boolean(),
  /** the last day of what is to be done */
  due_on: day.nullable(),
  at: moment,
  /** the day in China */
  day,
  read: z.boolean(),
});
export type MessageView = z.infer<typeof messageView>;

const settings = z.object({
  /** masked; null: the account has none */
  phone: z.string().nullable(),
  /** the provider said that nobody has this number */
  phone_bad: z.boolean(),
  /** whether notices by SMS are set up here at all */
  sms_ready: z.boolean(),
  sms: z.boolean(),
  digest: z.boolean(),
  policies: z.boolean(),
  quiet_from: hour,
  quiet_to: hour,
  /** WeChat knows whom to send to */
  wechat: z.boolean(),
  /** templates that are set up, with how many messages the person still allows and what the phone answered last */
  templates: z.array(
    z.object({
      name: template,
      id: z.string(),
      left: z.int(),
      answer: z.enum(PERMIT_ANSWERS).nullable(),
    }),
  ),
});
export type MessageSettings = z.infer<typeof settings>;

export const messagesContract = {
  /** A helper reads what the holder's cases say, as the cases themselves; whether it was read is the holder's own. */
  list: procedure
    .meta({ who: 'signed_in', acts: 'apply', trail: '看了您办的事的消息' })
    .route(post('/messages/list', 'What I was told, the newest first'))
    .input(
      z.strictObject({
        cursor: z.string().max(100).optional(),
        /** of one case */
        case: id.optional(),
        unread: z.boolean().optional(),
      }),
    )
    .output(z.object({ messages: z.array(messageView), unread: z.int(), next: z.string().nullable() })),
  read: procedure
    .meta({ who: 'signed_in' })
    .route(post('/messages/read', 'I have read these, or all'))
    .input(
      z.union([
        z.strictObject({ ids: z.array(id).min(1).max(100) }),
        /** all up to the newest that was shown: what came meanwhile stays unread */
        z.strictObject({ all: z.literal(true), until: moment }),
      ]),
    )
    .output(z.object({ unread: z.int() })),
  count: procedure
    .meta({ who: 'signed_in' })
    .route(post('/messages/count', 'How many I have not read'))
    .input(nothing)
    .output(z.object({ unread: z.int() })),
  subscribe: procedure
    .meta({ who: 'signed_in' })
    .route(post('/messages/subscribe', 'What I answered when WeChat asked whether to send messages'))
    .input(
      z.strictObject({
        /** made for this asking: sent twice, it counts once */
        id,
        answers: z.array(z.strictObject({ template, answer: z.enum(PERMIT_ANSWERS) })).max(3),
        /** of wx.login, where the platform does not say who it is */
        code: z.string().min(1).max(128).optional(),
      }),
    )
    .output(settings)
    .errors(errors('SignInCodeInvalid', 'PlatformBusy', 'PlatformRefused', 'TooManyTries', 'NotReady')),
  settings: procedure
    .meta({ who: 'signed_in' })
    .route(post('/messages/settings', 'How I want to be told; without any field: how it stands'))
    .input(
      z.strictObject({
        sms: z.boolean().optional(),
        digest: z.boolean().optional(),
        policies: z.boolean().optional(),
        quiet_from: hour.optional(),
        quiet_to: hour.optional(),
      }),
    )
    .output(settings),
};
