/**
 * Who may call what, written once: a row a procedure, a column an asker. A procedure of the contract without its row
 * fails the test. The row says what happens when each of them asks for the data of the resident 样例张跨区.
 */
import type { Path } from '@/contract/api';
import type { ErrorName } from '@/contract/errors';

export const ASKERS = [
  /** nobody is signed in */
  'stranger',
  /** signed in, identity not matched */
  'unbound',
  'self',
  /** an adult of the same household */
  'household',
  /** somebody of another household */
  'other',
  /** acts with a mandate for everything */
  'helper',
  /** acts with a mandate for the code alone */
  'helper_code',
  /** the mandate has ended */
  'helper_ended',
  /** of the same county */
  'staff',
  /** of another county */
  'staff_other',
] as const;
export type AskerKind = (typeof ASKERS)[number];

export type Outcome = 'ok' | ErrorName;
export type Row = readonly Outcome[];

const every = (outcome: Outcome): Row => ASKERS.map(() => outcome);
/** anybody, acting or not */
const OPEN = every('ok');
/** whoever has signed in, for themselves alone */
const SIGNED: Row = [
  'SignInNeeded',
  'ok',
  'ok',
  'ok',
  'ok',
  'NotAllowed',
  'NotAllowed',
  'MandateEnded',
  'ok',
  'ok',
];
/** like SIGNED, with the same refusal for what is asked */
const signed = (outcome: Outcome): Row => SIGNED.map((one) => (one === 'ok' ? outcome : one));
/** whoever is matched with the register, for themselves alone */
const BOUND: Row = [
  'SignInNeeded',
  'NotBound',
  'ok',
  'ok',
  'ok',
  'NotAllowed',
  'NotAllowed',
  'MandateEnded',
  'NotBound',
  'NotBound',
];
const STAFF: Row = [
  'SignInNeeded',
  'NotAllowed',
  'NotAllowed',
  'NotAllowed',
  'NotAllowed',
  'NotAllowed',
  'NotAllowed',
  'NotAllowed',
  'ok',
  'ok',
];
const staff = (own: Outcome, other: Outcome): Row => [...STAFF.slice(0, 8), own, other];
/** a copy of a row with some askers changed */
const but = (row: Row, changes: Partial<Record<AskerKind, Outcome>>): Row =>
  row.map((outcome, index) => changes[ASKERS[index] as AskerKind] ?? outcome);

export const MATRIX: Readonly<Record<Path, Row>> = {
  'policy.regions': OPEN,
  'policy.pack': OPEN,
  'policy.services': OPEN,
  'policy.law': OPEN,
  'policy.documents': OPEN,
  'policy.document': OPEN,
  'policy.scene': OPEN,
  'benefits.check': OPEN,

  'session.wechat': every('InvalidInput'),
  'session.send_code': OPEN,
  'session.phone': every('WrongCode'),
  'session.samples': OPEN,
  'session.sample': every('DemoOnly'),
  'session.me': but(SIGNED, { helper: 'ok', helper_code: 'ok' }),
  'session.list': SIGNED,
  'session.end': SIGNED,

  'identity.bind': but(signed('AlreadyBound'), {
    unbound: 'ConsentNeeded',
    staff: 'ConsentNeeded',
    staff_other: 'ConsentNeeded',
  }),
  'identity.status': SIGNED,
  'identity.claim': staff('NothingToConfirm', 'NothingToConfirm'),
  'identity.confirm': staff('NothingToConfirm', 'NothingToConfirm'),
  'identity.request_verification': but(signed('AlreadyBound'), {
    unbound: 'InvalidInput',
    staff: 'InvalidInput',
    staff_other: 'InvalidInput',
  }),

  // asked for with the resident's own member id
  'facts.mine': but(BOUND, { other: 'NotFound', helper: 'ok' }),
  'facts.save': signed('ConsentNeeded'),
  'facts.saved': SIGNED,
  'facts.forget': SIGNED,
  'facts.dispute': but(BOUND, { helper: 'ok' }),

  'household.mine': but(BOUND, { helper: 'ok' }),
  'household.hide': BOUND,

  // the code of another grown-up is nobody's to show, the family's neither
  'code.issue': but(BOUND, { household: 'NotAllowed', other: 'NotFound', helper: 'ok', helper_code: 'ok' }),
  'code.keys': OPEN,
  'code.verify': OPEN,
  'code.revoke': but(BOUND, { helper: 'ok', helper_code: 'ok' }),
  'code.show_name': BOUND,

  'consent.list': SIGNED,
  'consent.give': SIGNED,
  'consent.withdraw': SIGNED,

  'privacy.looks': SIGNED,
  'privacy.export': SIGNED,
  'privacy.complain': OPEN,

  'mandate.offer': BOUND,
  'mandate.accept': signed('WrongCode'),
  'mandate.ask': SIGNED,
  'mandate.confirm': signed('WrongCode'),
  'mandate.list': SIGNED,
  // the resident's own mandate
  'mandate.end': but(signed('NotFound'), { self: 'ok' }),
  'mandate.trail': but(signed('NotFound'), { self: 'ok' }),

  'requests.mine': but(SIGNED, { helper: 'ok' }),
  'requests.list': STAFF,
  // the resident's own request
  'requests.answer': staff('ok', 'NotFound'),

  'papers.render': OPEN,

  'speech.say': every('NoVoice'),
  'speech.available': OPEN,

  'cases.prefill': but(SIGNED, { helper: 'ok' }),
  'cases.save_draft': but(SIGNED, { helper: 'ok' }),
  'cases.drafts': but(SIGNED, { helper: 'ok' }),
  'cases.drop_draft': but(SIGNED, { helper: 'ok' }),
  // a claim is for whoever is in the register
  'cases.file': but(SIGNED, {
    helper: 'ok',
    unbound: 'NotBound',
    staff: 'NotBound',
    staff_other: 'NotBound',
  }),
  'cases.report': OPEN,
  'cases.follow': every('NotFound'),
  'cases.mine': but(SIGNED, { helper: 'ok' }),
  // the resident's own case
  'cases.show': but(signed('NotFound'), { self: 'ok', helper: 'ok' }),
  'cases.act': but(signed('NotFound'), { self: 'CaseChanged', helper: 'CaseChanged' }),
  'cases.receipt': but(signed('NotFound'), { self: 'ok', helper: 'ok' }),
  // the resident's case is no wage matter: test/api/papers.test.ts
  'cases.paper': but(signed('NotFound'), { helper: 'NotFound' }),
  'cases.calendar': but(signed('NotFound'), { self: 'ok', helper: 'ok' }),
  'cases.verify_receipt': OPEN,

  'desk.queue': STAFF,
  'desk.show': staff('ok', 'NotFound'),
  'desk.paper': staff('NotFound', 'NotFound'),
  'desk.act': staff('CaseChanged', 'NotFound'),
  // each case is told apart: that of another county is not found
  'desk.assign': STAFF,
  'desk.join': staff('CaseChanged', 'NotFound'),
  'desk.hearings': STAFF,
  'desk.employers': STAFF,
  'desk.numbers': STAFF,

  // the county's administrator alone: test/api/staff.test.ts
  'staff.list': staff('NotAllowed', 'NotAllowed'),
  'staff.give': staff('NotAllowed', 'NotAllowed'),
  'staff.end': staff('NotAllowed', 'NotAllowed'),

  'training.sessions': OPEN,
  'training.show': OPEN,
  'training.verify': OPEN,
  // each a session of its own: one seat a person
  'training.enrol': but(SIGNED, { helper: 'ok' }),
  // the resident's own enrolment
  'training.cancel': but(signed('NotFound'), { self: 'ok', helper: 'ok' }),
  'training.confirm': but(signed('NotFound'), { self: 'ok', helper: 'ok' }),
  'training.mine': but(SIGNED, { helper: 'ok' }),
  'training.calendar': but(signed('NotFound'), { self: 'ok', helper: 'ok' }),
  // not issued yet
  'training.certificate': but(signed('NotFound'), { helper: 'NotFound' }),
  // units have their own test: test/api/training.test.ts
  'training.taught': but(signed('NotAllowed'), { staff: 'ok', staff_other: 'ok' }),
  'training.publish': but(signed('NotAllowed'), { staff: 'ok', staff_other: 'InvalidInput' }),
  'training.decide': staff('ActionNotAllowed', 'NotFound'),
  'training.call_off': but(signed('NotAllowed'), { staff: 'ok', staff_other: 'NotFound' }),
  'training.roster': but(signed('NotAllowed'), { staff: 'ok', staff_other: 'NotFound' }),
  'training.mark': but(signed('NotAllowed'), { staff: 'InvalidInput', staff_other: 'NotFound' }),
  'training.certify': but(signed('NotAllowed'), { staff: 'ActionNotAllowed', staff_other: 'NotFound' }),
  'training.numbers': STAFF,

  // the resident has joined, an officer of the same county wants the hands
  'hands.show': OPEN,
  'hands.verify': OPEN,
  // the samples have no telephone that was proven
  'hands.publish': but(signed('InvalidInput'), { staff: 'ok' }),
  'hands.cancel': but(signed('NotFound'), { staff: 'ok' }),
  'hands.mine': but(SIGNED, { helper: 'ok' }),
  'hands.join': but(SIGNED, { helper: 'ok', staff: 'ActionNotAllowed' }),
  'hands.leave': but(signed('NotFound'), { self: 'ok', helper: 'ok' }),
  'hands.roster': but(signed('NotFound'), { staff: 'ok' }),
  'hands.mark': but(signed('NotFound'), { staff: 'InvalidInput' }),
  'hands.code': but(signed('NotFound'), { staff: 'ok' }),
  'hands.here': but(signed('NotFound'), { self: 'InvalidInput' }),
  // both sides, on their own phones: no helper
  'hands.agreement': but(signed('NotFound'), { self: 'ok', staff: 'ok' }),
  'hands.propose': but(signed('NotFound'), { self: 'CaseChanged', staff: 'CaseChanged' }),
  'hands.tap': but(signed('NotFound'), { self: 'CaseChanged', staff: 'CaseChanged' }),
  'hands.paper': but(signed('NotFound'), { self: 'ActionNotAllowed', staff: 'ActionNotAllowed' }),

  'posts.village': OPEN,
  'posts.holders': OPEN,
  'posts.mine': but(BOUND, { helper: 'ok' }),
  'posts.desk': STAFF,
  'posts.register': STAFF,
  'posts.put': STAFF,
  // a post of the resident's county
  'posts.hold': staff('ok', 'NotFound'),
  'posts.end': staff('ok', 'NotFound'),

  'visits.residents': STAFF,
  // the resident, chosen from the list
  'visits.record': staff('ok', 'NotFound'),
  'visits.of': staff('ok', 'NotFound'),
  // a township clerk alone: test/api/visits.test.ts
  'visits.enter': staff('NotAllowed', 'NotAllowed'),

  'news.list': OPEN,
  'news.show': OPEN,
  'news.picture': OPEN,
  // cites a document of the one county; roles have their own test: test/api/news.test.ts
  'news.preview': staff('ok', 'InvalidInput'),
  'news.publish': staff('ok', 'InvalidInput'),
  'news.withdraw': staff('ok', 'NotFound'),
  'news.mine': STAFF,
  'notices.posts': OPEN,

  'stations.near': OPEN,
  'brands.list': OPEN,
  'postings.report': SIGNED,
  // a posting of the county; units have their own test: test/api/postings.test.ts
  'postings.mine': signed('NotAllowed'),
  'postings.own': but(signed('NotAllowed'), { staff: 'ok', staff_other: 'NotFound' }),
  'postings.publish': but(signed('NotAllowed'), { staff: 'ok', staff_other: 'InvalidInput' }),
  'postings.close': but(signed('NotAllowed'), { staff: 'CaseChanged', staff_other: 'NotFound' }),
  'postings.queue': STAFF,
  'postings.act': staff('CaseChanged', 'NotFound'),
  'postings.numbers': STAFF,
  'postings.records': STAFF,
  'postings.add_record': STAFF,
  'postings.withdraw_record': staff('NotFound', 'NotFound'),
  'jobs.search': OPEN,
  'jobs.count': OPEN,
  'jobs.show': OPEN,
  'jobs.states': OPEN,

  'work.card': but(SIGNED, { helper: 'ok' }),
  'work.save_card': but(SIGNED, { helper: 'ok' }),
  'work.drop_card': SIGNED,
  'work.searches': SIGNED,
  'work.save_search': SIGNED,
  'work.drop_search': SIGNED,
  'work.notify': SIGNED,
  'work.applications': but(SIGNED, { helper: 'ok' }),
  // nobody was invited to an interview
  'work.calendar': but(signed('NotFound'), { helper: 'NotFound' }),
  // a posting of the county; units have their own test: test/api/my-work.test.ts
  'work.applicants': but(signed('NotAllowed'), { staff: 'ok', staff_other: 'NotFound' }),
  'work.answer': but(signed('NotAllowed'), { staff: 'CaseChanged', staff_other: 'NotFound' }),
  // where one works is one's own answer, as the facts are
  'work.spells': SIGNED,
  'work.start': SIGNED,
  'work.leave': signed('NotFound'),
  'work.undo': signed('NotFound'),

  // whether it was read, and how one wants to be told, is the resident's own; a helper reads what the cases say
  'messages.list': but(SIGNED, { helper: 'ok' }),
  'messages.read': SIGNED,
  'messages.count': SIGNED,
  'messages.subscribe': SIGNED,
  'messages.settings': SIGNED,

  // each for themselves: what one knows of a group is how many are in it
  'wages.group_create': SIGNED,
  'wages.group_join': signed('InvalidInput'),
  'wages.group_show': SIGNED,
  'wages.group_leave': SIGNED,

  'files.begin': but(SIGNED, { helper: 'ok' }),
  // the resident's own file
  'files.put': but(signed('NotFound'), { self: 'ok', helper: 'ok' }),
  'files.finish': but(signed('NotFound'), { self: 'ok', helper: 'ok' }),
  'files.read': but(signed('NotFound'), { self: 'ok', helper: 'ok' }),
  'files.drop': but(signed('NotFound'), { self: 'ok', helper: 'ok' }),

  // last: it ends the accounts
  'privacy.delete_account': SIGNED,
};

/** Roles and those who had one, where the matrix of above knows an officer of the county alone. */
export const ROLES = [
  /** of the post's village */
  'village',
  /** of a village in another county */
  'village_far',
  /** of the post's town */
  'town',
  /** was of the office that wants the hands, and announced it; the role has ended */
  'former',
] as const;
export type RoleKind = (typeof ROLES)[number];

const offices = (village: Outcome, village_far: Outcome, town: Outcome, former: Outcome) => ({
  ...{ village, village_far, town, former },
});
/** whoever may open what the office wants hands for: its town, no longer whoever announced it */
const opens = (town: Outcome) => offices('NotFound', 'NotFound', town, 'NotFound');
const all = (outcome: Outcome) => offices(outcome, outcome, outcome, outcome);

export const ROLE_MATRIX: Partial<Record<Path, Record<RoleKind, Outcome>>> = {
  'posts.village': all('ok'),
  'posts.holders': all('ok'),
  'posts.mine': all('NotBound'),
  'posts.desk': offices('ok', 'ok', 'ok', 'NotAllowed'),
  'posts.register': offices('ok', 'NotAllowed', 'ok', 'NotAllowed'),
  'posts.put': offices('ok', 'NotAllowed', 'ok', 'NotAllowed'),
  'posts.hold': offices('ok', 'NotFound', 'ok', 'NotAllowed'),
  'posts.end': offices('ok', 'NotFound', 'ok', 'NotAllowed'),

  'hands.show': all('ok'),
  'hands.verify': all('ok'),
  // villages write no postings; somebody of their own needs a telephone
  'hands.publish': offices('NotAllowed', 'NotAllowed', 'ok', 'InvalidInput'),
  'hands.mine': all('ok'),
  'hands.join': offices('ok', 'ok', 'ActionNotAllowed', 'ok'),
  'hands.leave': all('NotFound'),
  'hands.here': all('NotFound'),
  'hands.cancel': opens('ok'),
  'hands.roster': opens('ok'),
  'hands.mark': opens('InvalidInput'),
  'hands.code': opens('ok'),
  'hands.agreement': opens('ok'),
  'hands.propose': opens('CaseChanged'),
  'hands.tap': opens('CaseChanged'),
  'hands.paper': opens('ActionNotAllowed'),
};

/** Of a posting of the desk in a village: those who stand behind postings, or did. */
export const POSTERS = [
  /** bound to a unit that posted something else */
  'unit',
  /** the binding was taken back */
  'unit_ended',
  /** a county handler of wage matters alone */
  'other_services',
  /** of that village */
  'village',
  /** of a village in another county */
  'village_far',
  /** of that town */
  'town',
] as const;
export type PosterKind = (typeof POSTERS)[number];

const posters = (units: readonly [Outcome, Outcome], ...offices: readonly [Outcome, Outcome, Outcome]) => ({
  ...{ unit: units[0], unit_ended: units[1], other_services: 'NotAllowed' as Outcome },
  ...{ village: offices[0], village_far: offices[1], town: offices[2] },
});
const OUT = 'NotAllowed';

export const POSTINGS_MATRIX: Partial<Record<Path, Record<PosterKind, Outcome>>> = {
  'postings.report': { ...posters(['ok', 'ok'], 'ok', 'ok', 'ok'), other_services: 'ok' },
  'postings.mine': posters(['ok', OUT], OUT, OUT, OUT),
  'postings.own': posters(['NotFound', OUT], 'ok', 'NotFound', 'ok'),
  'postings.publish': posters(['ok', OUT], OUT, OUT, 'ok'),
  'postings.close': posters(['NotFound', OUT], OUT, OUT, 'CaseChanged'),
  'postings.queue': posters([OUT, OUT], 'ok', 'ok', 'ok'),
  'postings.act': posters([OUT, OUT], OUT, OUT, 'CaseChanged'),
  'postings.numbers': posters([OUT, OUT], 'ok', 'ok', 'ok'),
  // it speaks of an employer to everybody: the county's word
  'postings.records': posters([OUT, OUT], OUT, OUT, OUT),
  'postings.add_record': posters([OUT, OUT], OUT, OUT, OUT),
  'postings.withdraw_record': posters([OUT, OUT], OUT, OUT, OUT),
};
