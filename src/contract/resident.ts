import { z } from 'zod';
import { FACT_IDS, type FactId } from '@/domain/eligibility';
import { CONSENT_KINDS } from '@/domain/privacy/consents';
import { day, done, errors, facts, id, moment, nothing, post, procedure, regionCode, words } from './base';

const factId = z.enum(FACT_IDS as [FactId, ...FactId[]]);
const factValue = z.union([z.boolean(), z.number(), z.string()]);

const member = id.optional().describe('a member of the household; without it the person asked for');

/** What the register says of a person, each fact with its source and day. */
export const factsView = z.object({
  as_of: day,
  /** from the register; only what was consented to */
  register: z.array(z.object({ fact: factId, value: factValue, source: z.string(), date: day })),
  /** facts held back because a consent is missing */
  withheld: z.array(z.enum(CONSENT_KINDS)),
  /** answers the person saved here */
  saved: z.record(z.string(), factValue),
  /** "这不对": both values, until the office has answered */
  disputed: z.array(
    z.object({
      fact: factId,
      register: factValue.nullable(),
      said: factValue.nullable(),
      since: day,
      answered: z.boolean(),
    }),
  ),
});
export type FactsView = z.infer<typeof factsView>;

export const factsContract = {
  mine: procedure
    .meta({ who: 'bound', acts: 'benefits', trail: '看了您在台账里的情况' })
    .route(post('/facts/mine', 'What the register says of me, or of a member of my household'))
    .input(z.strictObject({ member, as_of: day.optional() }))
    .output(factsView)
    .errors(errors('NotFound', 'NotAllowed', 'ConsentNeeded')),
  save: procedure
    .meta({ who: 'signed_in' })
    .route(post('/facts/save', 'Keep my own answers on the server'))
    .input(z.strictObject({ facts }))
    .output(done)
    .errors(errors('ConsentNeeded')),
  saved: procedure
    .meta({ who: 'signed_in' })
    .route(post('/facts/saved', 'The answers I keep on the server'))
    .input(nothing)
    .output(z.object({ facts: z.record(z.string(), factValue), saved_at: moment.nullable() })),
  forget: procedure
    .meta({ who: 'signed_in' })
    .route(post('/facts/forget', 'Delete the answers kept on the server'))
    .input(nothing)
    .output(done),
  dispute: procedure
    .meta({ who: 'bound', acts: 'requests', trail: '替您提了更正' })
    .route(post('/facts/dispute', '这不对: ask the office to correct a fact'))
    .input(
      z.strictObject({
        fact: factId,
        said: factValue.nullable(),
        note: z.string().trim().max(300).optional(),
        /** said by going to work or leaving it: taken back with it */
        spell: id.optional(),
      }),
    )
    .output(done)
    .errors(errors('InvalidInput', 'ConsentNeeded', 'TooManyTries')),
};

export const householdContract = {
  mine: procedure
    .meta({ who: 'bound', acts: 'benefits', trail: '看了您家有谁' })
    .route(post('/household/mine', 'The members of my household'))
    .input(nothing)
    .output(
      z.array(
        z.object({
          id,
          name: z.string(),
          relation: z.string(),
          self: z.boolean(),
          minor: z.boolean(),
          /** why the details can or cannot be opened */
          details: z.enum(['open', 'hidden', 'guardian_only', 'consent_needed']),
        }),
      ),
    ),
  hide: procedure
    .meta({ who: 'bound' })
    .route(post('/household/hide', 'Hide my details from the household, or show them again'))
    .input(z.strictObject({ hidden: z.boolean() }))
    .output(done),
};

export const codeView = z.object({
  token: z.string(),
  /** what the QR says: the verify address, or the bare token */
  text: z.string(),
  issued_at: moment,
  expires_at: moment,
  target: z.boolean(),
  county: regionCode,
  /** masked, for the screen of the holder; not in the code */
  name: z.string(),
});
export type CodeView = z.infer<typeof codeView>;

export const codeCheck = z.object({
  result: z.enum(['genuine', 'expired', 'revoked', 'tampered', 'not_yet']),
  /** issued just now; otherwise an offline copy or a picture of this day */
  fresh: z.boolean(),
  issued_at: moment.nullable(),
  target: z.boolean().nullable(),
  county: regionCode.nullable(),
  /** masked; only for signed-in staff of the county, or when the holder allows it */
  name: z.string().nullable(),
});
export type CodeCheck = z.infer<typeof codeCheck>;

export const codeContract = {
  issue: procedure
    .meta({ who: 'bound', acts: 'code', trail: '打开了帮扶码' })
    .route(post('/code/issue', 'A new code: mine, or of a child I am the guardian of'))
    .input(z.strictObject({ member }))
    .output(codeView)
    .errors(errors('NotFound', 'NotAllowed', 'ConsentNeeded', 'TooManyTries')),
  /** Public keys for verifying offline (RFC 7517). */
  keys: procedure
    .meta({ who: 'public' })
    .route(post('/code/keys', 'Public keys of the codes'))
    .input(nothing)
    .output(
      z.object({
        keys: z.array(
          z.object({ kid: z.string(), kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() }),
        ),
      }),
    )
    .errors(errors('NotReady')),
  verify: procedure
    .meta({ who: 'public' })
    .route(post('/code/verify', 'Is this code genuine, and does it stand for a target of assistance'))
    .input(z.strictObject({ token: z.string().min(1).max(600) }))
    .output(codeCheck)
    .errors(errors('TooManyTries', 'NotReady')),
  revoke: procedure
    .meta({ who: 'bound', acts: 'code', trail: '停用了您的帮扶码' })
    .route(post('/code/revoke', '停用: every code shown until now is worth nothing'))
    .input(z.strictObject({ lost_phone: z.boolean().describe('also end every other session') }))
    .output(done),
  show_name: procedure
    .meta({ who: 'bound' })
    .route(post('/code/show_name', 'May whoever verifies see my masked name'))
    .input(z.strictObject({ shown: z.boolean() }))
    .output(done),
};

export const consentContract = {
  list: procedure
    .meta({ who: 'signed_in' })
    .route(post('/consent/list', 'What I agreed to, and when'))
    .input(nothing)
    .output(
      z.array(
        z.object({
          kind: z.enum(CONSENT_KINDS),
          version: z.int(),
          given_at: moment,
          withdrawn_at: moment.nullable(),
        }),
      ),
    ),
  give: procedure
    .meta({ who: 'signed_in' })
    .route(post('/consent/give', 'Agree to one kind'))
    .input(z.strictObject({ kind: z.enum(CONSENT_KINDS), version: z.int() }))
    .output(done)
    .errors(errors('InvalidInput')),
  withdraw: procedure
    .meta({ who: 'signed_in' })
    .route(post('/consent/withdraw', 'Withdraw one kind; its data is no longer used from now on'))
    .input(z.strictObject({ kind: z.enum(CONSENT_KINDS) }))
    .output(done),
};

export const look = z.object({
  at: moment,
  who: z.enum(['staff', 'helper', 'household', 'system']),
  /** the office, or the helper's name, masked */
  office: z.string(),
  purpose: z.string().describe('in plain words'),
});
export type Look = z.infer<typeof look>;

export const privacyContract = {
  looks: procedure
    .meta({ who: 'signed_in' })
    .route(post('/privacy/looks', '谁看过我的信息'))
    .input(nothing)
    .output(z.array(look)),
  export: procedure
    .meta({ who: 'signed_in' })
    .route(post('/privacy/export', 'Everything the portal keeps about me'))
    .input(nothing)
    .output(
      z.object({
        made_at: moment,
        sections: z.array(z.object({ title: z.string(), rows: z.array(z.record(z.string(), z.unknown())) })),
      }),
    ),
  delete_account: procedure
    .meta({ who: 'signed_in' })
    .route(post('/privacy/delete_account', 'Delete my account; the register is not the portal’s to delete'))
    .input(z.strictObject({ sure: z.literal(true) }))
    .output(z.object({ kept: z.array(z.string()).describe('what the law says must stay, in plain words') })),
  /** About the portal itself; signed out too. */
  complain: procedure
    .meta({ who: 'public' })
    .route(post('/privacy/complain', 'Complain about the portal'))
    .input(
      z.strictObject({
        county: regionCode,
        text: words(1000),
        contact: z.string().trim().max(60).optional(),
      }),
    )
    .output(z.object({ number: z.string() }))
    .errors(errors('RegionWithoutPack', 'TooManyTries', 'NotReady')),
};
