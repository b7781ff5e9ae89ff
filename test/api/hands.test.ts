/** Day labour: never oversold, the list moves up by itself, who came, and a wage record nobody can change. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { remindHands } from '@/cloud/background/hands';
import { SAMPLES } from '@/cloud/demo/samples';
import { tokenHash } from '@/cloud/store/field-cipher';
import {
  account,
  gathering,
  hand,
  handRecord,
  message,
  posting,
  session,
  staff as staffRole,
} from '@/cloud/store/schema';
import type { Store } from '@/cloud/store/store';
import { createWorld } from '@/cloud/world';
import { book } from '../book';
import { type TestServices, testServices } from '../services';
import { type Entry, functionEntry, httpEntry } from './entries';
import { newGathering, sampleGathering, startingIn } from './hands';
import { byPhone, type Resident, sampleResident } from './resident';
import { inDays } from './training';

const accountOf = (sample: string) => SAMPLES.find(({ id }) => id === sample)?.account as string;
const TERMS = {
  ...{ place: '样例地头', day: inDays(3), from: '07:30', to: '17:30', work: '样例摘辣椒' },
  ...{ pay_fen: 18_000, pay_unit: 'day' as const, paid: '当天给' },
};

describe.each([
  ['HTTP', httpEntry],
  ['云函数', functionEntry],
])('零工：%s', (_, open) => {
  let house: TestServices;
  let entry: Entry;
  let staff: Resident;
  let me: Resident;
  beforeAll(async () => {
    house = await testServices();
    entry = await open(house);
    staff = await sampleResident(entry, 'staff-youyang');
    me = await sampleResident(entry, 'continued');
  }, 60_000);
  afterAll(async () => {
    await entry.close();
    await house.drop();
  });

  const later = (ms: number) =>
    createWorld(book, house.services, () => new Date(Date.now() + ms))({ caller: 'worker' });
  const told = async (sample: string, ref: string) =>
    (
      await house.services.store.db
        .select()
        .from(message)
        .where(eq(message.accountId, accountOf(sample)))
    ).filter((one) => one.kind === 'hands' && one.ref === ref);
  const join = (who: Resident, of: string, over = {}) =>
    who.do('hands.join', { id: randomUUID(), gathering: of, name: '样例来人', ...over });

  test('谁能要人：单位、工作人员；个人要有验过的手机号，写出来只有姓', async () => {
    const id = randomUUID();
    const input = { id, gathering: sampleGathering({ name: '样例组织人' }) };
    const first = await staff.do('hands.publish', input);
    expect(first).toMatchObject({ as: 'staff', joined: 0, people: 3, join: { ok: true }, organiser: true });
    expect((await staff.do('hands.publish', input)).id).toBe(id);
    const villager = await byPhone(entry, '13800001111');
    const own = randomUUID();
    const person = await villager.do('hands.publish', {
      id: own,
      gathering: sampleGathering({ name: '样例大山', work: '样例搬砖', pay_unit: 'hour', pay_fen: 2_000 }),
    });
    expect(person).toMatchObject({ as: 'person', employer: '个人 样例**' });
    // a stranger reads neither name nor number
    const stranger = await entry.call('hands.show', { id: own });
    expect(stranger).toMatchObject({ ok: true, data: { phone: null, mine: null, organiser: false } });
    expect(JSON.stringify(stranger)).not.toContain('大山');
    const [row] = await house.services.store.db.select().from(posting).where(eq(posting.id, own));
    expect(row).toMatchObject({ kind: 5, state: 'open', source: 'hands', people: 3 });
    expect(JSON.stringify(row)).not.toMatch(/大山|13800001111/);
    expect((await join(me, own)).phone).toBe('13800001111');
    const [unknown] = await strangers(house.services.store, 1);
    const refused = await entry.call('hands.publish', input2(), { session: unknown ?? '' });
    expect(refused).toMatchObject({ ok: false, error: { name: 'InvalidInput' } });
  });

  const input2 = () => ({ id: randomUUID(), gathering: sampleGathering({ name: '样例大山' }) });

  test('写错的，一样一样说清楚', async () => {
    const wrong = sampleGathering({ pay_fen: 0, people: 0, day: inDays(-1), to: '07:30' });
    const { name, fields } = await staff.refused('hands.publish', { id: randomUUID(), gathering: wrong });
    expect(name).toBe('InvalidInput');
    expect(fields?.map(({ path }) => path).sort()).toEqual([
      'gathering.pay_fen',
      'gathering.people',
      'gathering.to',
    ]);
    const many = sampleGathering({ pay_fen: 100_000_000 });
    expect(
      (await staff.refused('hands.publish', { id: randomUUID(), gathering: many })).fields?.[0]?.message,
    ).toMatch(/多写了0/);
  });

  test('满了排队，退一个自动补一个，谁也不跳过；取消了都知道', async () => {
    const { id } = await newGathering(house, { people: 1 });
    const [second, third] = [await sampleResident(entry, 'blank'), await sampleResident(entry, 'pension')];
    const mine = randomUUID();
    expect((await join(me, id, { id: mine })).mine).toMatchObject({ state: 'joined', ahead: null });
    expect(await join(me, id, { id: mine })).toMatchObject({ again: true });
    expect(await join(me, id)).toMatchObject({ again: true, mine: { id: mine } });
    expect((await join(second, id)).mine).toMatchObject({ state: 'waiting', ahead: 0 });
    expect((await join(third, id)).mine).toMatchObject({ state: 'waiting', ahead: 1 });
    expect((await me.do('hands.leave', { id: mine })).mine?.state).toBe('left');
    expect((await second.do('hands.show', { id })).mine?.state).toBe('joined');
    expect((await third.do('hands.show', { id })).mine).toMatchObject({ state: 'waiting', ahead: 0 });
    expect(await told('blank', id)).toHaveLength(1);
    await remindHands(later(2 * 86_400_000 + 3_600_000 * ((33 - new Date().getUTCHours()) % 24)));
    const { told: n } = await staff.do('hands.cancel', { id, reason: '样例下雨' });
    expect(n).toBe(2);
    expect((await staff.do('hands.cancel', { id, reason: '样例下雨' })).told).toBe(0);
    expect(
      (await me.refused('hands.join', { id: randomUUID(), gathering: id })).fields?.[0]?.message,
    ).toMatch(/取消/);
    const { sections } = await second.do('privacy.export');
    expect(sections.find(({ title }) => title === '报过的零工')?.rows.length).toBeGreaterThan(0);
  });

  test('现场签到：扫帮扶码、点名、或者输组织人手机上的六位数字', async () => {
    const { id } = await newGathering(house, { ...startingIn(30), people: 5 });
    const { mine } = await join(me, id);
    const { token } = await me.do('code.issue', {});
    const scan = { id: randomUUID(), gathering: id, code: token, at: new Date().toISOString() };
    expect(await staff.do('hands.mark', scan)).toMatchObject({ member: mine?.id, again: false });
    expect(await staff.do('hands.mark', scan)).toMatchObject({ again: true });
    const other = await sampleResident(entry, 'blank');
    const place = (await join(other, id)).mine;
    const { code } = await staff.do('hands.code', { id });
    expect(
      (await other.refused('hands.here', { id: place?.id, code: code === '000000' ? '1' : '000000' })).name,
    ).toBe('InvalidInput');
    expect((await other.do('hands.here', { id: place?.id as string, code })).mine?.state).toBe('came');
    const { people } = await staff.do('hands.roster', { id });
    expect(people.map(({ state, came_how }) => [state, came_how])).toEqual([
      ['came', 'code'],
      ['came', 'gathering'],
    ]);
    expect((await me.do('hands.show', { id })).mine?.came_how).toBe('code');
  });

  test('开工前一小时以前不能点名，手机的时间往后拨也不行；开工以前点了名的，还能退', async () => {
    const { db } = house.services.store;
    const { id, member } = await newGathering(house, { ...startingIn(90), joined: 'continued' });
    const tick = (at: number) => ({
      id: randomUUID(),
      gathering: id,
      member,
      at: new Date(at).toISOString(),
    });
    const early = await staff.refused('hands.mark', tick(Date.now()));
    expect(early.fields?.[0]?.message).toMatch(/开工前1小时/);
    expect((await staff.refused('hands.mark', tick(Date.now() + 40 * 60_000))).fields?.[0]?.path).toBe('at');
    const [of] = await db.select().from(gathering).where(eq(gathering.id, id));
    const midnight = Date.parse(`${of?.day}T00:00:01+08:00`);
    if (midnight < Date.now())
      expect((await staff.refused('hands.mark', tick(midnight))).name).toBe('ActionNotAllowed');
    await db
      .update(gathering)
      .set({ startsAt: new Date(Date.now() + 1_800_000) })
      .where(eq(gathering.id, id));
    await staff.do('hands.mark', tick(Date.now() + 5 * 60_000));
    const [row] = await db.select().from(hand).where(eq(hand.id, member));
    // not later than it was heard of
    expect(row?.cameAt?.getTime()).toBeLessThanOrEqual(Date.now());
    const { mine } = await me.do('hands.show', { id });
    expect(mine).toMatchObject({ state: 'came', came_how: 'list', leave: { ok: true } });
    expect((await me.do('hands.leave', { id: member })).mine).toMatchObject({ state: 'left', came_at: null });
    const [freed] = await db.select().from(gathering).where(eq(gathering.id, id));
    expect(freed?.taken).toBe(0);
    // long over: nobody came any more
    const over = await newGathering(house, { joined: 'continued' });
    const ended = new Date(Date.now() - 8 * 86_400_000);
    await db
      .update(gathering)
      .set({ startsAt: new Date(ended.getTime() - 3_600_000), endsAt: ended })
      .where(eq(gathering.id, over.id));
    const late = { id: randomUUID(), gathering: over.id, member: over.member, at: ended.toISOString() };
    expect((await staff.refused('hands.mark', late)).fields?.[0]?.message).toMatch(/收工很久了/);
  });

  test('工钱记录：改过要重新点，两边都点了谁也改不了，打印的能核对，动过的核对不上', async () => {
    const { id } = await newGathering(house, { people: 5 });
    const record = (await join(me, id)).mine?.id as string;
    const tap = (who: Resident, about: number) => who.do('hands.tap', { id: randomUUID(), record, about });
    const first = await me.do('hands.agreement', { id: record });
    expect(first).toMatchObject({ side: 'worker', about: 0, terms: { pay_fen: 15_000 }, agreed_at: null });
    expect((await tap(staff, 0)).organiser_at).not.toBeNull();
    const changed = await me.do('hands.propose', { id: randomUUID(), record, about: 1, terms: TERMS });
    // what the other had agreed to counts no more
    expect(changed).toMatchObject({ written_by: 'worker', organiser_at: null, terms: { pay_fen: 18_000 } });
    expect((await staff.refused('hands.tap', { id: randomUUID(), record, about: 1 })).name).toBe(
      'CaseChanged',
    );
    await tap(me, changed.about);
    expect((await staff.refused('hands.paper', { id: record })).name).toBe('ActionNotAllowed');
    const agreed = await tap(staff, changed.about);
    expect(agreed.number).toMatch(/^GQ\d{8}-\d{6}$/);
    const late = { id: randomUUID(), record, about: changed.about, terms: { ...TERMS, pay_fen: 1 } };
    expect((await staff.refused('hands.propose', late)).name).toBe('ActionNotAllowed');
    expect((await tapRefused(staff, record, changed.about)).name).toBe('ActionNotAllowed');
    const { base64, name } = await me.do('hands.paper', { id: record });
    expect(name).toContain(agreed.number);
    expect(Buffer.from(base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    expect(
      (await sampleResident(entry, 'blank').then((one) => one.refused('hands.agreement', { id: record })))
        .name,
    ).toBe('NotFound');
    const proof = house.services.store.cipher
      .blind('hands_record', `${agreed.number} ${record} ${agreed.hash}`)
      .subarray(0, 10)
      .toString('hex');
    const asked = () => entry.call('hands.verify', { number: agreed.number, proof });
    expect(await asked()).toMatchObject({ ok: true, data: { genuine: true, record: { pay_fen: 18_000 } } });
    expect(await entry.call('hands.verify', { number: agreed.number, proof: '00' })).toMatchObject({
      ok: true,
      data: { genuine: false, record: null },
    });
    // somebody with the database in their hands
    const { db } = house.services.store;
    await db.update(handRecord).set({ side: 'organiser' }).where(sql`member_id = ${record} and seq = 3`);
    expect(await asked()).toMatchObject({ ok: true, data: { genuine: false } });
  });

  const tapRefused = (who: Resident, record: string, about: number) =>
    who.refused('hands.tap', { id: randomUUID(), record, about });

  test('两边同时点，只有一张，各有各的时间', async () => {
    const { id } = await newGathering(house, { people: 5 });
    const record = (await join(me, id)).mine?.id as string;
    const both = [me, staff, me, staff].map((who) =>
      who.do('hands.tap', { id: randomUUID(), record, about: 0 }).catch((error: Error) => error.message),
    );
    await Promise.all(both);
    const { agreed_at, organiser_at, worker_at } = await me.do('hands.agreement', { id: record });
    expect([agreed_at, organiser_at, worker_at]).not.toContain(null);
    const rows = await house.services.store.db
      .select()
      .from(handRecord)
      .where(eq(handRecord.memberId, record));
    expect(rows.map(({ kind }) => kind).sort()).toEqual(['tap', 'tap', 'terms']);
  });

  test('别人的岗位，编号拿来用也占不了；同一个编号只认同一个活', async () => {
    const { db } = house.services.store;
    const villager = await byPhone(entry, '13800003333');
    const { id } = await newGathering(house);
    await db.update(posting).set({ source: 'employer', title: '样例别人的岗位' }).where(eq(posting.id, id));
    const draft = sampleGathering({ name: '样例冒名' });
    // one that was taken over before: neither shown, nor joined, nor is the posting closed with it
    expect(await entry.call('jobs.show', { id })).toMatchObject({ ok: true, data: { gathering: null } });
    expect(await entry.call('hands.show', { id })).toMatchObject({ ok: false, error: { name: 'NotFound' } });
    expect((await me.refused('hands.join', { id: randomUUID(), gathering: id, name: '样例来人' })).name).toBe(
      'ActionNotAllowed',
    );
    await staff.do('hands.cancel', { id, reason: '样例原因' });
    const stateOf = async () => (await db.select().from(posting).where(eq(posting.id, id)))[0]?.state;
    expect(await stateOf()).toBe('open');
    await db.delete(gathering).where(eq(gathering.id, id));
    expect((await villager.refused('hands.publish', { id, gathering: draft })).name).toBe('CaseChanged');
    expect(await db.select().from(gathering).where(eq(gathering.id, id))).toEqual([]);
    const own = { id: randomUUID(), gathering: draft };
    await villager.do('hands.publish', own);
    expect((await villager.do('hands.publish', own)).id).toBe(own.id);
    const other = { ...own, gathering: { ...draft, pay_fen: 20_000 } };
    expect((await villager.refused('hands.publish', other)).name).toBe('CaseChanged');
  });

  test('开了工、有人来了，就不能再取消；取消了的，来过的人照样记工钱', async () => {
    const { db } = house.services.store;
    const begun = await newGathering(house, { joined: 'continued' });
    await db
      .update(gathering)
      .set({ startsAt: new Date(Date.now() - 60_000) })
      .where(eq(gathering.id, begun.id));
    const late = await staff.refused('hands.cancel', { id: begun.id, reason: '样例原因' });
    expect(late.fields?.[0]?.message).toMatch(/开工的时间已经过了，不能再取消/);
    const { id } = await newGathering(house);
    const blank = await sampleResident(entry, 'blank');
    const member = (await join(blank, id)).mine?.id as string;
    await db.update(hand).set({ state: 'came', cameAt: new Date() }).where(eq(hand.id, member));
    const met = await staff.refused('hands.cancel', { id, reason: '样例原因' });
    expect(met.fields?.[0]?.message).toMatch(/已经有人来签到了，不能再取消/);
    expect((await staff.do('hands.show', { id })).state).toBe('open');
    await db.update(gathering).set({ state: 'cancelled' }).where(eq(gathering.id, id));
    const tapped = await blank.do('hands.tap', { id: randomUUID(), record: member, about: 0 });
    expect(tapped.worker_at).not.toBeNull();
    // what was published is dated when it was, by whoever published it
    const [first] = await db.select().from(handRecord).where(sql`member_id = ${member} and seq = 1`);
    const [of] = await db.select().from(gathering).where(eq(gathering.id, id));
    expect([first?.accountId, first?.at]).toEqual([of?.accountId, of?.createdAt]);
  });

  test('单位、工作人员没写电话，登录的号码不公开；写了的才公开', async () => {
    const { db, cipher } = house.services.store;
    const unit = await sampleResident(entry, 'employer-youyang');
    const unitId = accountOf('employer-youyang');
    const phoneEnc = cipher.seal('account.phone', unitId, '13800004444');
    await db.update(account).set({ phoneEnc }).where(eq(account.id, unitId));
    const publish = (over: object) =>
      unit.do('hands.publish', { id: randomUUID(), gathering: sampleGathering(over) });
    const wordsOf = async (id: string) =>
      (await db.select().from(posting).where(eq(posting.id, id)))[0]?.words.phone;
    const silent = await publish({});
    expect([silent.as, silent.phone, await wordsOf(silent.id)]).toEqual(['unit', null, null]);
    const typed = await publish({ phone: '13800005555' });
    expect([typed.phone, await wordsOf(typed.id)]).toEqual(['13800005555', '13800005555']);
  });

  test('不管岗位的工作人员不能用单位的名义发布；不在岗了，管不了单位发布的活', async () => {
    const { db } = house.services.store;
    for (const sample of ['village-youyang', 'wages-youyang']) {
      const other = await sampleResident(entry, sample);
      expect((await other.refused('hands.publish', input2())).name).toBe('NotAllowed');
    }
    const officer = await sampleResident(entry, 'staff-youyang-2');
    const { id } = await officer.do('hands.publish', input2());
    expect((await officer.do('hands.roster', { id })).people).toEqual([]);
    const role = eq(staffRole.id, accountOf('staff-youyang-2'));
    const [kept] = await db.select().from(staffRole).where(role);
    await db
      .update(staffRole)
      .set({ until: inDays(-1) })
      .where(role);
    expect((await officer.refused('hands.roster', { id })).name).toBe('NotFound');
    expect((await officer.do('hands.show', { id })).organiser).toBe(false);
    await db
      .update(staffRole)
      .set({ until: kept?.until as string })
      .where(role);
  });

  test('名单上的电话：取消了、被隐藏了、过了三十天就看不到；看过名单的，名单上的人知道', async () => {
    const { db } = house.services.store;
    const { id, member } = await newGathering(house, { joined: 'continued' });
    const recordPhone = async () => (await staff.do('hands.agreement', { id: member })).terms.worker_phone;
    const phones = async () => (await staff.do('hands.roster', { id })).people.map(({ phone }) => phone);
    const of = eq(gathering.id, id);
    expect([...(await phones()), await recordPhone()]).toEqual(['13800000000', '13800000000']);
    for (const state of ['hidden', 'held'] as const) {
      await db.update(posting).set({ state }).where(eq(posting.id, id));
      expect([state, await phones(), await recordPhone()]).toEqual([state, [null], null]);
    }
    await db.update(posting).set({ state: 'expired' }).where(eq(posting.id, id));
    const ended = (days: number) => new Date(Date.now() - days * 86_400_000);
    await db
      .update(gathering)
      .set({ startsAt: ended(30), endsAt: ended(29) })
      .where(of);
    expect(await phones()).toEqual(['13800000000']);
    await db
      .update(gathering)
      .set({ startsAt: ended(32), endsAt: ended(31) })
      .where(of);
    expect(await phones()).toEqual([null]);
    await db
      .update(gathering)
      .set({ endsAt: ended(1), state: 'cancelled' })
      .where(of);
    expect(await phones()).toEqual([null]);
    const villager = await byPhone(entry, '13800006666');
    const own = { id: randomUUID(), gathering: sampleGathering({ name: '样例大山', work: '样例挑水泥' }) };
    await villager.do('hands.publish', own);
    await join(me, own.id);
    for (const _again of [1, 2]) await villager.do('hands.roster', { id: own.id });
    const looks = (await me.do('privacy.looks')).filter(({ purpose }) => purpose.includes('样例挑水泥'));
    expect(looks.map(({ office }) => office)).toEqual(['个人 样例**']);
  });

  test('注销：位子给下一位，发布的取消，两边点过的记录留给对方，名字不再连着', async () => {
    const gone = await byPhone(entry, '13800002222');
    const { id } = await newGathering(house, { people: 1 });
    const record = (await join(gone, id)).mine?.id as string;
    await gone.do('hands.tap', { id: randomUUID(), record, about: 0 });
    await staff.do('hands.tap', { id: randomUUID(), record, about: 0 });
    expect((await join(me, id)).mine?.state).toBe('waiting');
    const own = randomUUID();
    await gone.do('hands.publish', { id: own, gathering: sampleGathering({ name: '样例要走' }) });
    await join(me, own);
    await gone.do('privacy.delete_account', { sure: true });
    expect((await me.do('hands.show', { id })).mine?.state).toBe('joined');
    expect((await me.do('hands.show', { id: own })).state).toBe('cancelled');
    expect((await staff.do('hands.agreement', { id: record })).terms.worker).toBe('样例来人');
    const [kept] = await house.services.store.db.select().from(hand).where(eq(hand.id, record));
    const said = house.services.store.cipher.open('hands_member.content', record, kept?.contentEnc as Buffer);
    expect(said).not.toContain('13800002222');
  });
});

/** People who can only sign in, without a telephone. */
async function strangers(store: Store, many: number): Promise<string[]> {
  const now = new Date();
  const tokens = Array.from({ length: many }, () => randomBytes(32).toString('base64url'));
  const idOf = (token: string) => {
    const hex = createHash('sha256').update(token).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
  await store.db.insert(account).values(tokens.map((token) => ({ id: idOf(token), createdAt: now })));
  await store.db.insert(session).values(
    tokens.map((token) => ({
      ...{ tokenHash: tokenHash(token), id: randomUUID(), accountId: idOf(token), device: '样例手机' },
      ...{ createdAt: now, usedAt: now, expiresAt: new Date(now.getTime() + 3_600_000) },
    })),
  );
  return tokens;
}

test('一百人同时报三十个位子，每人点两下：一个不多，队一个不乱；退十个，前十个补上', async () => {
  const house = await testServices({ limits: { take: async () => undefined, clear: async () => undefined } });
  const entry = await httpEntry(house);
  const { db } = house.services.store;
  try {
    const { id } = await newGathering(house, { people: 30 });
    const tokens = await strangers(house.services.store, 100);
    const surely = async (path: 'hands.join' | 'hands.leave', input: unknown, token: string) => {
      for (;;) {
        const answer = await entry.call(path, input, { session: token });
        if (answer.ok || answer.error.name !== 'NotReady') return answer;
      }
    };
    const answers = await Promise.all(
      tokens.flatMap((token) =>
        [1, 2].map(() => surely('hands.join', { id: randomUUID(), gathering: id, name: '样例来人' }, token)),
      ),
    );
    expect(answers.filter(({ ok }) => !ok)).toEqual([]);
    const standing = async () => {
      const [row] = await db.select().from(gathering).where(eq(gathering.id, id));
      const all = await db.select().from(hand).where(eq(hand.gatheringId, id));
      const joined = all.filter(({ state }) => state === 'joined');
      const waiting = all
        .filter(({ state }) => state === 'waiting')
        .sort((one, other) => (one.seq ?? 0) - (other.seq ?? 0));
      return { row, joined, waiting };
    };
    const before = await standing();
    expect([before.row?.taken, before.joined.length, before.waiting.length]).toEqual([30, 30, 70]);
    expect(new Set(before.waiting.map(({ seq }) => seq)).size).toBe(70);
    const byAccount = new Map<string, string>();
    for (const token of tokens) {
      const [found] = await db
        .select()
        .from(session)
        .where(eq(session.tokenHash, tokenHash(token)));
      if (found) byAccount.set(found.accountId, token);
    }
    await Promise.all(
      before.joined
        .slice(0, 10)
        .map((one) => surely('hands.leave', { id: one.id }, byAccount.get(one.accountId) as string)),
    );
    const after = await standing();
    expect([after.row?.taken, after.joined.length, after.waiting.length]).toEqual([30, 30, 60]);
    const seated = new Set(after.joined.map((one) => one.id));
    expect(before.waiting.slice(0, 10).every((one) => seated.has(one.id))).toBe(true);
    // the database itself does not let it be oversold
    await expect(db.update(gathering).set({ taken: 31 }).where(eq(gathering.id, id))).rejects.toThrow();
  } finally {
    await entry.close();
    await house.drop();
  }
}, 120_000);
