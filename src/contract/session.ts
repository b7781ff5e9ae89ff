import { z } from 'zod';
import { MANDATE_SERVICES } from '@/domain/mandate/services';
import { STAFF_ROLE_NAMES, type StaffRoleName } from '@/domain/staff';
import { day, done, errors, id, moment, nothing, phone, post, procedure, regionCode } from './base';

/** The key to everything signed in: kept on the phone, sent with every call, never shown. */
export const signedIn = z.object({ token: z.string(), expires_at: moment });
export type SignedIn = z.infer<typeof signedIn>;

const device = z
  .string()
  .trim()
  .max(60)
  // kept as text, which cannot hold a NUL
  .regex(/^\P{Cc}*$/u)
  .optional()
  .describe('what the owner calls this device, like 安卓手机');

/** A mandate as both sides see it. */
export const mandateView = z.object({
  id,
  /** `holder`: I am helped; `helper`: I help */
  side: z.enum(['holder', 'helper']),
  /** masked name or label of the other side */
  other: z.string(),
  services: z.array(z.enum(MANDATE_SERVICES)),
  until: day,
  state: z.enum(['waiting', 'active', 'ended']),
  started_at: moment.nullable(),
  ended_at: moment.nullable(),
});
export type MandateView = z.infer<typeof mandateView>;

export const me = z.object({
  /** whoever is signed in, also while they act for somebody: tells two accounts on one phone apart */
  account: id,
  /** masked; null without a phone number */
  phone: z.string().nullable(),
  /** masked; null before the identity is matched */
  name: z.string().nullable(),
  bound: z.boolean(),
  /** the register's county of the bound person */
  county: regionCode.nullable(),
  staff: z
    .object({
      county: regionCode,
      office: z.string(),
      until: day,
      role: z.enum(STAFF_ROLE_NAMES as [StaffRoleName, ...StaffRoleName[]]),
      /** of a village worker and a township clerk */
      town: z.string().nullable(),
      village: z.string().nullable(),
      /** as the county's administrator wrote it */
      name: z.string().nullable(),
    })
    .nullable(),
  hides_details: z.boolean(),
  shows_name: z.boolean(),
  /** whom this call acts for, when it does */
  acting: mandateView.nullable(),
});
export type MeView = z.infer<typeof me>;

export const sessionContract = {
  /** Over HTTPS with the code of `wx.login`; in the cloud function the platform says who it is and no code is needed. */
  wechat: procedure
    .meta({ who: 'public' })
    .route(post('/session/wechat', 'Sign in with WeChat'))
    .input(z.strictObject({ code: z.string().min(1).max(128).optional(), device }))
    .output(signedIn)
    .errors(
      errors(
        'SignInCodeInvalid',
        'PlatformBusy',
        'PlatformRefused',
        'TooManyTries',
        'NotReady',
        'InvalidInput',
      ),
    ),
  send_code: procedure
    .meta({ who: 'public' })
    .route(post('/session/send_code', 'Send a sign-in code by SMS'))
    .input(z.strictObject({ phone }))
    .output(
      z.object({
        resend_after: z.int().describe('seconds'),
        demo_code: z.string().nullable().describe('demonstration only: there is no SMS, the page shows it'),
      }),
    )
    .errors(errors('InvalidInput', 'SmsFailed', 'TooManyTries', 'NotReady')),
  phone: procedure
    .meta({ who: 'public' })
    .route(post('/session/phone', 'Sign in with the code of the SMS'))
    .input(z.strictObject({ phone, code: z.string().trim().min(1).max(12), device }))
    .output(signedIn)
    .errors(errors('InvalidInput', 'WrongCode', 'TooManyTries', 'NotReady')),
  /** Demonstration only: empty elsewhere. */
  samples: procedure
    .meta({ who: 'public' })
    .route(post('/session/samples', 'Sample residents of the demonstration'))
    .input(nothing)
    .output(
      z.object({
        demo: z.boolean(),
        samples: z.array(
          z.object({ id: z.string(), name: z.string(), line: z.string(), staff: z.boolean() }),
        ),
      }),
    ),
  sample: procedure
    .meta({ who: 'public' })
    .route(post('/session/sample', 'Sign in as a sample resident'))
    .input(z.strictObject({ id: z.string().max(40), device }))
    .output(signedIn)
    .errors(errors('DemoOnly', 'NotReady')),
  me: procedure
    .meta({ who: 'signed_in', acts: 'any' })
    .route(post('/session/me', 'Who is signed in'))
    .input(nothing)
    .output(me),
  list: procedure
    .meta({ who: 'signed_in' })
    .route(post('/session/list', 'Where I am signed in'))
    .input(nothing)
    .output(
      z.array(
        z.object({ id, device: z.string(), created_at: moment, used_at: moment, current: z.boolean() }),
      ),
    ),
  end: procedure
    .meta({ who: 'signed_in' })
    .route(post('/session/end', 'Sign out here, on one device, or everywhere'))
    .input(z.strictObject({ session: z.union([z.enum(['this', 'everywhere']), id]) }))
    .output(done),
};
