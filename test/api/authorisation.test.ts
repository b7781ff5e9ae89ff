/** Every procedure of the contract × everybody who may ask, over HTTP on a real database. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { PEOPLE } from '@/cloud/demo/samples';
import { tokenHash } from '@/cloud/store/field-cipher';
import {
  account,
  attachment,
  gathering,
  mandate,
  request,
  session,
  staff as staffRole,
} from '@/cloud/store/schema';
import { contract, type Path } from '@/contract/api';
import { EMPTY_CARD } from '@/domain/jobs/card';
import { plainPhoto } from '../sample-files';
import { type TestServices, testServices } from '../services';
import {
  ASKERS,
  type AskerKind,
  MATRIX,
  type Outcome,
  ROLE_MATRIX,
  ROLES,
  type RoleKind,
} from './authorisation.data';
import { creditCode, postingInput } from './employers';
import { type As, type Entry, httpEntry } from './entries';
import { newGathering, sampleGathering } from './hands';
import { newNews, sampleNews } from './news';
import { newPosting } from './postings';
import { newHeldPost, samplePost } from './public-posts';
import { accountOf, unknownNumber } from './resident';
import { newSession, sampleSession } from './training';

const PATHS = Object.entries(contract).flatMap(([area, entries]) =>
  Object.keys(entries).map((name) => `${area}.${name}` as Path),
);

test('合同里的每个接口都写明了谁能用', () => {
  expect(Object.keys(MATRIX).sort()).toEqual([...PATHS].sort());
});

let house: TestServices;
let entry: Entry;
let target: {
  personId: string;
  mandateId: string;
  caseId: string;
  sessionId: string;
  postingId: string;
  doubted: string;
};
const grants: Partial<Record<AskerKind, string>> = {};

const SAMPLE: Partial<Record<AskerKind, string>> = {
  self: 'cross-region',
  household: 'hidden',
  other: 'continued',
  staff: 'staff-youyang',
  staff_other: 'staff-yongxiu',
  helper: 'blank',
  helper_code: 'blank',
  helper_ended: 'blank',
};

beforeAll(async () => {
  // limits have their own tests; here everybody asks many times
  house = await testServices({ limits: { take: async () => undefined, clear: async () => undefined } });
  entry = await httpEntry(house);
  const { db } = house.services.store;
  const [row] = await db
    .select()
    .from(account)
    .where(eq(account.id, accountOf('cross-region')));
  const give = async (services: string[], endedAt: Date | null) => {
    const id = randomUUID();
    const now = new Date();
    await db.insert(mandate).values({
      id,
      holderId: accountOf('cross-region'),
      helperId: accountOf('blank'),
      services,
      until: '2099-12-31',
      how: 'code',
      offerUntil: now,
      createdAt: now,
      startedAt: now,
      endedAt,
    });
    return id;
  };
  grants.helper = await give(['benefits', 'code', 'requests', 'apply'], null);
  grants.helper_code = await give(['code'], null);
  grants.helper_ended = await give(['benefits', 'code', 'requests', 'apply'], new Date());
  target = {
    personId: row?.personId as string,
    mandateId: await give(['code'], null),
    caseId: await newCase(),
    sessionId: await newSession(house),
    postingId: await newPosting(house),
    // three of them hide it
    doubted: await newPosting(house),
  };
  await db.insert(account).values({ id: UNBOUND, createdAt: new Date() });
  expect(PEOPLE.find(({ sample }) => sample === 'hidden')?.household).toBe(
    PEOPLE.find(({ sample }) => sample === 'cross-region')?.household,
  );
}, 60_000);
afterAll(async () => {
  await entry.close();
  await house.drop();
});

const UNBOUND = randomUUID();

/** A session of its own for every question, so that ending one changes nothing else. */
async function credentials(asker: AskerKind): Promise<As> {
  if (asker === 'stranger') return {};
  const id = SAMPLE[asker] ?? null;
  if (id === null) return { session: await rawSession(UNBOUND) };
  const signed = await entry.call('session.sample', { id });
  if (!signed.ok) throw new Error(signed.error.name);
  return { session: signed.data.token, actingFor: grants[asker] };
}

async function rawSession(accountId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = new Date();
  await house.services.store.db.insert(session).values({
    tokenHash: tokenHash(token),
    id: randomUUID(),
    accountId,
    device: '样例手机',
    createdAt: now,
    usedAt: now,
    expiresAt: new Date(now.getTime() + 3_600_000),
  });
  return token;
}

let numbers = 0;
const newPhone = () => `138${String(++numbers).padStart(8, '0')}`;

async function newRequest(): Promise<string> {
  const id = randomUUID();
  const { db, cipher } = house.services.store;
  const payload = { text: '样例投诉', contact: null };
  await db.insert(request).values({
    id,
    county: '500242',
    kind: 'complaint',
    accountId: accountOf('cross-region'),
    payloadEnc: cipher.seal('request.payload', id, JSON.stringify(payload)),
    createdAt: new Date(),
  });
  return id;
}

/** A small picture of the resident's, all pieces sent. */
async function newFile(): Promise<{ id: string; sha256: string; base64: string }> {
  // nobody may have many that no case has taken
  await house.services.store.db.delete(attachment);
  const id = randomUUID();
  const bytes = plainPhoto();
  const as = await credentials('self');
  const base64 = bytes.toString('base64');
  await entry.call('files.begin', { id, name: '样例.jpg', bytes: bytes.length }, as);
  await entry.call('files.put', { id, offset: 0, base64 }, as);
  return { id, sha256: createHash('sha256').update(bytes).digest('hex'), base64 };
}

async function readyFile(): Promise<string> {
  const { id, sha256 } = await newFile();
  await entry.call('files.finish', { id, sha256 }, await credentials('self'));
  return id;
}

const form = () => ({
  id: randomUUID(),
  service: 'cq-transport-claim',
  service_version: 1,
  answers: { work_county: '440300', since: '2026-05', account: '6217000010001234567' },
  files: [],
});
const REPORT = {
  service: 'favouritism',
  answers: { what: ['late'], county: '500242', place: null, since: null, story: '样例情况' },
  county: '500242',
};

async function newCase(): Promise<string> {
  const filed = await entry.call('cases.file', { ...form(), agreed: true }, await credentials('self'));
  if (!filed.ok) throw new Error(JSON.stringify(filed.error));
  return filed.data.id;
}

/** Of the resident, in a session of its own. */
async function newEnrolment(): Promise<string> {
  const input = { id: randomUUID(), session: await newSession(house), overlap: true };
  const enrolled = await entry.call('training.enrol', input, await credentials('self'));
  if (!enrolled.ok) throw new Error(JSON.stringify(enrolled.error));
  return enrolled.data.id;
}

/** The resident's for the posting; asked again, it is the same one. */
async function newApplication(): Promise<string> {
  const answers = { posting: target.postingId, county: '500242', name: '样例张跨区', phone: '13800000001' };
  const input = { id: randomUUID(), service: 'job-apply', service_version: 1, answers, files: [] };
  const filed = await entry.call('cases.file', { ...input, agreed: true }, await credentials('self'));
  if (!filed.ok) throw new Error(JSON.stringify(filed.error));
  return filed.data.id;
}

/** What each asks for: always the resident's things where a procedure lets one name them. */
async function inputFor(path: Path, asker: AskerKind): Promise<unknown> {
  const own = asker === 'self' || asker.startsWith('helper');
  const sent = path.startsWith('files.') ? await newFile() : null;
  const session = /training\.(enrol|call_off)/.test(path) ? await newSession(house) : null;
  const mine = /training\.(cancel|confirm|cal|cert)/.test(path) ? await newEnrolment() : null;
  const of = path.startsWith('hands.')
    ? await newGathering(house, { joined: 'cross-region', personId: target.personId })
    : null;
  const application = /work\.(calendar|answer)/.test(path) ? await newApplication() : null;
  const record = { id: randomUUID(), record: of?.member, about: 99 };
  const held = /posts.(hold|end)$/.test(path) ? await newHeldPost(house) : null;
  const item = /news\.(show|picture|withdraw)/.test(path) ? await newNews(house) : null;
  const inputs: Partial<Record<Path, unknown>> = {
    'policy.pack': { region: '500242' },
    'policy.services': { region: '360425' },
    'policy.document': { id: 'yongxiu-2021-75' },
    'policy.scene': { scene: 'cq9Xw4Rt' },
    'benefits.check': { facts: {} },
    'session.send_code': { phone: newPhone() },
    'session.phone': { phone: newPhone(), code: '000000' },
    'session.sample': { id: 'nobody' },
    'session.end': { session: 'this' },
    'identity.bind': { name: '样例张三', id_number: '500242198804129996' },
    'identity.claim': { confirm: 'made-up' },
    'identity.confirm': { confirm: 'made-up' },
    'identity.request_verification': { county: '500242' },
    'facts.mine': own ? {} : { member: target.personId },
    'facts.save': { facts: { employed: true } },
    'facts.dispute': { fact: 'employed', said: false },
    'household.hide': { hidden: false },
    'code.issue': own ? {} : { member: target.personId },
    'code.verify': { token: 'made-up' },
    'code.revoke': { lost_phone: false },
    'code.show_name': { shown: false },
    'consent.give': { kind: 'minors', version: 1 },
    'consent.withdraw': { kind: 'saved_answers' },
    'privacy.complain': { county: '500242', text: '样例投诉' },
    'privacy.delete_account': { sure: true },
    'mandate.offer': { services: ['code'], until: inDays(30), label: '样例帮手' },
    'mandate.accept': { code: '00000000' },
    'mandate.ask': { phone: newPhone(), services: ['code'], until: inDays(30), label: '样例老人' },
    'mandate.confirm': { id: target.mandateId, code: '000000' },
    'mandate.end': { id: target.mandateId },
    'mandate.trail': { id: target.mandateId },
    'requests.answer': { id: await newRequest(), outcome: 'declined', answer: '样例答复' },
    'cases.prefill': { service: 'cq-transport-claim' },
    'cases.save_draft': { ...form(), rev: 0 },
    'cases.drop_draft': { id: randomUUID() },
    'cases.file': { ...form(), agreed: true },
    'cases.report': { ...form(), ...REPORT, agreed: true },
    'cases.follow': { number: '2026-0101-000000', key: 'AAAAAAAAAA' },
    'cases.show': { id: target.caseId },
    'cases.act': { id: target.caseId, version: 99, event: randomUUID(), action: 'withdraw' },
    'cases.receipt': { id: target.caseId },
    'cases.paper': { id: target.caseId, paper: 'complaint', format: 'pdf' },
    'cases.calendar': { id: target.caseId },
    'cases.verify_receipt': { number: '2026-0101-000000', proof: '00' },
    'desk.show': { id: target.caseId },
    'desk.paper': { id: target.caseId, paper: 'complaint', format: 'pdf' },
    'desk.act': { id: target.caseId, version: 99, event: randomUUID(), action: 'accept' },
    'desk.assign': { cases: [target.caseId], to: null },
    'desk.join': { id: target.caseId, version: 99, event: randomUUID(), with: randomUUID() },
    'desk.employers': {},
    'desk.numbers': { from: inDays(-30), to: inDays(0) },
    'staff.give': {
      phone: newPhone(),
      name: '样例新人',
      office: '样例单位',
      role: 'county',
      until: inDays(30),
    },
    'staff.end': { id: accountOf('staff-youyang-2') },
    'visits.record': {
      id: randomUUID(),
      kind: 'resident',
      person: target.personId,
      visited_on: inDays(-1),
      content: { how: 'home', work: 'same', wants: [] },
    },
    'visits.of': { person: target.personId },
    'visits.enter': { month: inDays(0).slice(0, 7), village: '样例村' },
    'wages.group_create': { id: randomUUID(), employer: '样例建筑公司' },
    'wages.group_join': { code: '0000000000' },
    'wages.group_leave': { id: randomUUID() },
    'messages.read': { ids: [randomUUID()] },
    'messages.subscribe': { id: randomUUID(), answers: [] },
    'training.show': { id: target.sessionId },
    'training.verify': { number: 'PX20260101-000000', proof: '00' },
    'training.enrol': { id: randomUUID(), session, name: '样例学员', overlap: true },
    'training.cancel': { id: mine },
    'training.confirm': { id: mine },
    'training.calendar': { id: mine },
    'training.certificate': { id: mine },
    'training.publish': { id: randomUUID(), version: 0, session: sampleSession() },
    'training.decide': { id: target.sessionId, version: 1, open: true },
    'training.call_off': { id: session, reason: '样例原因' },
    'training.roster': { id: target.sessionId },
    'training.mark': {
      id: randomUUID(),
      session: target.sessionId,
      enrolment: randomUUID(),
      at: new Date().toISOString(),
    },
    'training.certify': { id: target.sessionId, enrolments: [randomUUID()] },
    'training.numbers': { from: inDays(-30), to: inDays(0) },
    'news.list': { place: '500242' },
    'news.show': { id: item },
    'news.picture': { id: item },
    'news.preview': { id: randomUUID(), news: sampleNews() },
    'news.publish': { id: randomUUID(), news: sampleNews() },
    'news.withdraw': { id: item },
    'hands.show': { id: of?.id },
    'hands.verify': { number: 'GQ20260101-000000', proof: '00' },
    'hands.publish': { id: randomUUID(), gathering: sampleGathering({ name: '样例组织人' }) },
    'hands.cancel': { id: of?.id, reason: '样例原因' },
    'hands.join': { id: randomUUID(), gathering: of?.id, name: '样例来人' },
    'hands.leave': { id: of?.member },
    'hands.roster': { id: of?.id },
    'hands.mark': { id: randomUUID(), gathering: of?.id, at: new Date().toISOString() },
    'hands.code': { id: of?.id },
    'hands.here': { id: of?.member, code: '000000' },
    'hands.agreement': { id: of?.member },
    'hands.propose': {
      ...record,
      terms: {
        ...{ place: '样例地头', day: inDays(3), from: '07:30', to: '17:30', work: '样例活' },
        ...{ pay_fen: 15_000, pay_unit: 'day', paid: '当天给' },
      },
    },
    'hands.tap': record,
    'hands.paper': { id: of?.member },
    'work.save_card': { card: EMPTY_CARD, rev: 0 },
    'work.save_search': { id: randomUUID(), wanted: { scope: 'near', county: '500242', filter: {} } },
    'work.drop_search': { id: randomUUID() },
    'work.notify': { on: false },
    'work.calendar': { id: application },
    'work.applicants': { posting: target.postingId },
    'work.answer': { id: application, version: 99, event: randomUUID(), answer: 'seen' },
    'work.start': {
      ...{ id: randomUUID(), employer: '样例服装厂', form: 'unit' },
      ...{ where: 'same_county', on: inDays(-1), known: {} },
    },
    'work.leave': { id: randomUUID(), on: inDays(-1), paid: true, known: {} },
    'work.undo': { id: randomUUID() },
    'posts.village': { county: '500242' },
    'posts.holders': { county: '500242' },
    'posts.register': { town: '样例板溪镇', village: '样例村' },
    'posts.put': { id: randomUUID(), version: 0, post: samplePost() },
    'posts.hold': {
      ...{ id: randomUUID(), post: held?.post, name: '样例在岗', id_number: unknownNumber() },
      ...{ starts_on: inDays(-10), ends_on: inDays(100) },
    },
    'posts.end': { id: held?.holder, on: inDays(-1), why: '样例原因' },
    'notices.posts': { county: '500242' },
    'brands.list': { county: '500242' },
    'stations.near': { from: { county: '500242', town: '板溪镇' } },
    'postings.report': { id: randomUUID(), posting: target.doubted, reasons: ['fee'] },
    'postings.own': { id: target.postingId },
    'postings.publish': {
      ...{ id: randomUUID(), version: 0 },
      posting: postingInput({ title: `样例${randomUUID().slice(0, 8)}` }),
    },
    'postings.close': { id: target.postingId, version: 99 },
    'postings.queue': { show: 'proposed' },
    'postings.act': { id: target.postingId, version: 99, action: 'verify' },
    'postings.numbers': { from: inDays(-30), to: inDays(0) },
    'postings.add_record': {
      ...{ id: randomUUID(), kind: 'decision', credit_code: creditCode('0009'), employer: '样例单位' },
      ...{ office: '样例单位', about: null, number: '样例〔2026〕1号', link: null },
      ...{ published_on: inDays(-1), until: null },
    },
    'postings.withdraw_record': { id: randomUUID(), reason: '样例原因' },
    'jobs.search': { scope: 'near', from: { county: '500242' }, filter: {}, sort: 'near' },
    'jobs.count': { scope: 'away', from: { county: '500242' }, filter: {} },
    'jobs.show': { id: target.postingId },
    'jobs.states': { ids: [target.postingId] },
    'files.begin': { id: randomUUID(), name: '样例.jpg', bytes: 100 },
    'files.put': { id: sent?.id, offset: 0, base64: sent?.base64 },
    'files.finish': { id: sent?.id, sha256: sent?.sha256 },
    'files.read': { id: path === 'files.read' ? await readyFile() : null },
    'files.drop': { id: sent?.id },
    'papers.render': {
      paper: { name: '样例', foot: '', blocks: [{ kind: 'title', text: '样例' }] },
      format: 'pdf',
    },
    'speech.say': { text: '样例' },
  };
  return inputs[path] ?? {};
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const rows = (Object.keys(MATRIX) as Path[]).map((path): [Path] => [path]);

test.each(rows)('%s', async (path) => {
  const outcomes: Outcome[] = [];
  // the resident last: what they end would change the others' answers
  for (const asker of [...ASKERS].reverse()) {
    const as = await credentials(asker);
    const answer = await entry.call(path, await inputFor(path, asker), as);
    outcomes.unshift(answer.ok ? 'ok' : answer.error.name);
  }
  const named = (row: readonly Outcome[]) => Object.fromEntries(ASKERS.map((asker, at) => [asker, row[at]]));
  expect(named(outcomes)).toEqual(named(MATRIX[path]));
});

const FORMER = randomUUID();

/** A role of yesterday, on an account that is nobody in the register. */
async function formerOfficer(): Promise<As> {
  const { db } = house.services.store;
  await db.insert(account).values({ id: FORMER, createdAt: new Date() }).onConflictDoNothing();
  const role = { county: '500242', office: '样例单位', until: inDays(-1), role: 'county' };
  await db
    .insert(staffRole)
    .values({ id: FORMER, ...role })
    .onConflictDoNothing();
  return { session: await rawSession(FORMER) };
}

async function roleCredentials(role: RoleKind): Promise<As> {
  if (role === 'former') return formerOfficer();
  const sample = { village: 'village-youyang', village_far: 'village-yongxiu', town: 'town-youyang' }[role];
  const signed = await entry.call('session.sample', { id: sample });
  if (!signed.ok) throw new Error(signed.error.name);
  return { session: signed.data.token };
}

test('零工、公益性岗位的每个接口都写明了村、镇和离岗的人能不能用', () => {
  const own = PATHS.filter((path) => /^(posts|hands)[.]/.test(path));
  expect(Object.keys(ROLE_MATRIX).sort()).toEqual([...own].sort());
});

test.each(Object.keys(ROLE_MATRIX) as Path[])('村、镇、离岗的人：%s', async (path) => {
  const outcomes: Partial<Record<RoleKind, Outcome>> = {};
  for (const role of ROLES) {
    const as = await roleCredentials(role);
    const input = (await inputFor(path, 'staff')) as Record<string, unknown>;
    // announced by whoever has gone since
    if (path.startsWith('hands.')) await house.services.store.db.update(gathering).set({ accountId: FORMER });
    const answer = await entry.call(path, input, as);
    outcomes[role] = answer.ok ? 'ok' : answer.error.name;
  }
  expect(outcomes).toEqual(ROLE_MATRIX[path]);
});
