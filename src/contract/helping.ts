import { z } from 'zod';
import { MANDATE_SERVICES } from '@/domain/mandate/services';
import { day, done, errors, id, moment, nothing, phone, post, procedure, words } from './base';
import { look } from './resident';
import { mandateView } from './session';

const services = z.array(z.enum(MANDATE_SERVICES)).min(1).max(MANDATE_SERVICES.length);

export const mandateContract = {
  /** The holder allows it: the helper types (or scans) the code that the holder's phone shows. */
  offer: procedure
    .meta({ who: 'bound' })
    .route(post('/mandate/offer', 'Allow somebody to help me'))
    .input(z.strictObject({ services, until: day, label: words(20).describe('what I call the helper') }))
    .output(z.object({ id, code: z.string().describe('eight digits'), valid_until: moment }))
    .errors(errors('InvalidInput', 'TooManyTries')),
  accept: procedure
    .meta({ who: 'signed_in' })
    .route(post('/mandate/accept', 'Become the helper with the code shown'))
    .input(z.strictObject({ code: z.string().trim().min(1).max(40) }))
    .output(mandateView)
    .errors(errors('WrongCode', 'TooManyTries')),
  /** The helper asks: the holder gets an SMS that says what is allowed, and reads the code out. */
  ask: procedure
    .meta({ who: 'signed_in' })
    .route(post('/mandate/ask', 'Ask to help somebody, by the phone number'))
    .input(
      z.strictObject({ phone, services, until: day, label: words(20).describe('what I call the person') }),
    )
    .output(z.object({ id, demo_code: z.string().nullable() }))
    .errors(errors('InvalidInput', 'TooManyTries', 'NotReady')),
  confirm: procedure
    .meta({ who: 'signed_in' })
    .route(post('/mandate/confirm', 'The code that the person read out from the SMS'))
    .input(z.strictObject({ id, code: z.string().trim().min(1).max(12) }))
    .output(mandateView)
    .errors(errors('WrongCode', 'TooManyTries')),
  list: procedure
    .meta({ who: 'signed_in' })
    .route(post('/mandate/list', 'Who helps me, and whom I help'))
    .input(nothing)
    .output(z.array(mandateView)),
  end: procedure
    .meta({ who: 'signed_in' })
    .route(post('/mandate/end', 'End it at once, from either side'))
    .input(z.strictObject({ id }))
    .output(done)
    .errors(errors('NotFound')),
  trail: procedure
    .meta({ who: 'signed_in' })
    .route(post('/mandate/trail', 'Everything this helper did for me'))
    .input(z.strictObject({ id }))
    .output(z.array(look))
    .errors(errors('NotFound')),
};

export const requestView = z.object({
  id,
  kind: z.enum(['verification', 'correction', 'complaint']),
  /** what is asked, in lines to read */
  lines: z.array(z.string()),
  created_at: moment,
  outcome: z.enum(['done', 'declined']).nullable(),
  answer: z.string().nullable(),
  answered_at: moment.nullable(),
});
export type RequestView = z.infer<typeof requestView>;

export const requestsContract = {
  mine: procedure
    .meta({ who: 'signed_in', acts: 'requests', trail: '看了您提过的申请' })
    .route(post('/requests/mine', 'What I asked of the office, and the answers'))
    .input(nothing)
    .output(z.array(requestView)),
  /** The office's list: open ones first, of the worker's county only. */
  list: procedure
    .meta({ who: 'staff' })
    .route(post('/requests/list', 'What residents of my county ask'))
    .input(nothing)
    .output(z.array(requestView)),
  answer: procedure
    .meta({ who: 'staff' })
    .route(post('/requests/answer', 'Answer one; a verification that is done matches the person'))
    .input(z.strictObject({ id, outcome: z.enum(['done', 'declined']), answer: words(500) }))
    .output(done)
    .errors(errors('NotFound', 'CannotConfirm')),
};

export const speechContract = {
  /** For phones that cannot read aloud by themselves. */
  say: procedure
    .meta({ who: 'public' })
    .route(post('/speech/say', 'Read a text aloud'))
    .input(z.strictObject({ text: words(2000) }))
    .output(z.object({ type: z.enum(['audio/mpeg', 'audio/wav']), base64: z.string() }))
    .errors(errors('NoVoice', 'TooManyTries')),
  available: procedure
    .meta({ who: 'public' })
    .route(post('/speech/available', 'Whether the server can read aloud'))
    .input(nothing)
    .output(z.object({ available: z.boolean() })),
};
