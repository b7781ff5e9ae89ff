import { z } from 'zod';
import { done, errors, moment, nothing, post, procedure, regionCode, words } from './base';

/** Where the matching of an account with the register stands. `waiting` says nothing about the register. */
export const bindingView = z.object({
  state: z.enum(['none', 'waiting', 'bound']),
  /** what the QR for the village worker says; only while waiting */
  confirm: z.object({ text: z.string(), until: moment }).nullable(),
});
export type BindingView = z.infer<typeof bindingView>;

const confirmCode = z.string().trim().min(1).max(200);

export const identityContract = {
  /** The same answer whether or not such a person is registered, until the second proof. */
  bind: procedure
    .meta({ who: 'signed_in' })
    .route(post('/identity/bind', 'Say who I am: name and ID number'))
    .input(z.strictObject({ name: words(40), id_number: z.string().trim().min(1).max(40) }))
    .output(bindingView)
    .errors(errors('InvalidInput', 'ConsentNeeded', 'AlreadyBound', 'TooManyTries')),
  status: procedure
    .meta({ who: 'signed_in' })
    .route(post('/identity/status', 'How far the matching is; with a new QR while waiting'))
    .input(nothing)
    .output(bindingView),
  /** What a village worker sees after scanning: enough to compare with the ID card on the table. */
  claim: procedure
    .meta({ who: 'staff' })
    .route(post('/identity/claim', 'Look at the person who waits for confirmation'))
    .input(z.strictObject({ confirm: confirmCode }))
    .output(
      z.object({
        name: z.string(),
        /** the last four characters: compared with the card */
        id_tail: z.string(),
        registered: z.boolean().describe('found, with this name, in the register of the worker’s county'),
      }),
    )
    .errors(errors('NothingToConfirm', 'TooManyTries')),
  confirm: procedure
    .meta({ who: 'staff' })
    .route(post('/identity/confirm', 'Second proof: I have seen this person and the card'))
    .input(z.strictObject({ confirm: confirmCode }))
    .output(done)
    .errors(errors('NothingToConfirm', 'CannotConfirm', 'TooManyTries')),
  /** "Not in the register", or nobody to scan: staff look and answer. */
  request_verification: procedure
    .meta({ who: 'signed_in' })
    .route(post('/identity/request_verification', 'Ask the office to check'))
    .input(z.strictObject({ county: regionCode, note: z.string().trim().max(300).optional() }))
    .output(done)
    .errors(errors('InvalidInput', 'RegionWithoutPack', 'AlreadyBound', 'TooManyTries')),
};
