/** Training: never oversold, the waiting list exact, who comes, and what is proved by it. */
import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { endOffers, remindTrainees } from '@/cloud/background/training';
import { SAMPLES } from '@/cloud/demo/samples';
import {
  accessLog,
  account,
  message,
  trainingEnrolment,
  trainingSession,
  unit,
  unitMember,
} from '@/cloud/store/schema';
import { createWorld } from '@/cloud/world';
import { momentOf } from '@/domain/training';
import { book } from '../book';
import { type TestServices, testServices } from '../services';
import { type Entry, functionEntry, httpEntry } from './entries';
import { accountOf, byPhone, type Resident, sampleResident } from './resident';
import { inDays, newSession, sampleSession } from './training';

const DAY_MS = 86_400_000;

describe.each([
  ['HTTP', httpEntry],
  ['云函数', functionEntry],
])('培训：%s', (_, open) => {
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

  /** The house as it is a while from now, without anybody asking. */
  const later = (ms: number) =>
    createWorld(book, house.services, () => new Date(Date.now() + ms))({ caller: 'worker' });
  const seatsOf = async (id: string) =>
    (await house.services.store.db.select().from(trainingSession).where(eq(trainingSession.id, id)))[0];
  const enrol = (who: Resident, session: string, over = {}) =>
    who.do('training.enrol', { id: randomUUID(), session, overlap: true, ...over });
  const stateOf = async (who: Resident, id: string) =>
    (await who.do('training.mine')).find((one) => one.id === id);

  test('发布、看到、报名两下、取消', async () => {
    const draft = sampleSession({
      title: '样例家政班',
      kind: 'housekeeping',
      trade: 'housekeeping',
      childcare: true,
      from: '18:30',
      to: '20:30',
      fee: '不收学费',
    });
    const id = randomUUID();
    const published = await staff.do('training.publish', { id, version: 0, session: draft });
    expect(published).toMatchObject({ state: 'open', left: 30, evening: true, fee: '不收学费' });
    // a tap too many
    expect((await staff.do('training.publish', { id, version: 0, session: draft })).version).toBe(1);
    const stranger = await entry.call('training.sessions', {
      place: '500242',
      kinds: ['housekeeping'],
      childcare: true,
      evening: true,
    });
    if (!stranger.ok) throw new Error(stranger.error.name);
    expect(stranger.data).toMatchObject({
      total: 1,
      towns: ['样例板溪镇'],
      sessions: [{ id, county_name: '酉阳土家族苗族自治县' }],
    });
    expect((await me.do('training.sessions', { place: '500000', kinds: ['housekeeping'] })).total).toBe(1);
    expect((await me.do('training.sessions', { place: '360425' })).total).toBe(0);
    expect((await me.do('training.show', { id })).first).toEqual([
      expect.objectContaining({
        benefit: 'cq-training-priority',
        item: '（十）',
        expired: false,
        quote: '优先保障防止返贫致贫对象和继续帮扶对象培训需求',
      }),
    ]);
    const mine = randomUUID();
    const first = await me.do('training.enrol', { id: mine, session: id });
    expect(first).toMatchObject({ id: mine, state: 'enrolled', again: false, first: 'cq-training-priority' });
    expect(await me.do('training.enrol', { id: mine, session: id })).toMatchObject({ again: true });
    expect(await me.do('training.enrol', { id: randomUUID(), session: id })).toMatchObject({
      id: mine,
      again: true,
    });
    expect((await seatsOf(id))?.taken).toBe(1);
    expect((await me.do('training.calendar', { id: mine })).text).toMatch(/BEGIN:VEVENT[\s\S]*样例家政班/);
    expect((await me.do('training.cancel', { id: mine })).state).toBe('cancelled');
    expect((await me.do('training.cancel', { id: mine })).state).toBe('cancelled');
    expect((await seatsOf(id))?.taken).toBe(0);
    // changed one's mind
    expect((await enrol(me, id)).state).toBe('enrolled');
    const { sections } = await me.do('privacy.export');
    expect(sections.find(({ title }) => title === '报过的培训')?.rows[0]).toMatchObject({
      培训: '样例家政班',
    });
  });

  test('满了排队：优先的在前；让出来的名额给下一位，到时不确认再给下一位，谁也不跳过', async () => {
    const session = await newSession(house, { capacity: 1 });
    const [first, plain, target, other] = [
      await sampleResident(entry, 'blank'),
      await sampleResident(entry, 'lifted-only'),
      await sampleResident(entry, 'pension'),
      await sampleResident(entry, 'exited'),
    ];
    const seat = await enrol(first, session);
    const waits = [await enrol(plain, session), await enrol(target, session), await enrol(other, session)];
    expect(waits.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting']);
    const [p, t, o] = waits.map(({ id }) => id) as [string, string, string];
    expect((await stateOf(target, t))?.ahead).toBe(0);
    expect((await stateOf(plain, p))?.ahead).toBe(1);
    expect((await stateOf(other, o))?.ahead).toBe(2);
    await first.do('training.cancel', { id: seat.id });
    expect(await stateOf(target, t)).toMatchObject({ state: 'offered', confirm: { ok: true } });
    expect(await seatsOf(session)).toMatchObject({ taken: 1 });
    // whoever comes now does not get in before them
    const late = await enrol(me, session);
    expect(late.state).toBe('waiting');
    const told = await house.services.store.db
      .select()
      .from(message)
      .where(eq(message.accountId, accountOf('pension')));
    expect(told.filter(({ ref }) => ref === session)).toHaveLength(1);
    // nobody answers for two days
    expect(await endOffers(later(2 * DAY_MS))).toBe(1);
    expect(await endOffers(later(2 * DAY_MS))).toBe(0);
    expect((await stateOf(target, t))?.state).toBe('expired');
    // 陈继续 came last of all, and is put first by the document
    expect((await stateOf(me, late.id))?.state).toBe('offered');
    expect((await target.refused('training.confirm', { id: t })).name).toBe('OfferEnded');
    expect((await me.do('training.confirm', { id: late.id })).state).toBe('confirmed');
    expect((await me.do('training.confirm', { id: late.id })).state).toBe('confirmed');
    expect((await plain.refused('training.confirm', { id: p })).name).toBe('ActionNotAllowed');
    // one seat more
    const { id, version } = await staff.do('training.show', { id: session });
    await staff.do('training.publish', { id, version, session: sampleSession({ capacity: 2 }) });
    expect((await stateOf(plain, p))?.state).toBe('offered');
    expect((await stateOf(other, o))?.state).toBe('waiting');
    expect(await seatsOf(session)).toMatchObject({ taken: 2, capacity: 2 });
    const fewer = await staff.refused('training.publish', {
      id,
      version: version + 1,
      session: sampleSession({ capacity: 1 }),
    });
    expect(fewer.fields?.[0]?.path).toBe('session.capacity');
  });

  test('时间撞上的要问一声；截止的、取消的、没有的都说清楚', async () => {
    const one = await newSession(house, { startsOn: inDays(30), endsOn: inDays(33) });
    const two = await newSession(house, { startsOn: inDays(33), endsOn: inDays(34) });
    const who = await sampleResident(entry, 'parent');
    await enrol(who, one);
    const asked = await who.refused('training.enrol', { id: randomUUID(), session: two });
    expect(asked.name).toBe('SessionsOverlap');
    expect(asked.fields?.[0]?.message).toContain('样例电工班');
    expect((await enrol(who, two)).state).toBe('enrolled');
    const shut = await newSession(house, { enrolUntil: new Date(Date.now() - 1000) });
    const closed = await who.refused('training.enrol', { id: randomUUID(), session: shut });
    expect([closed.name, closed.fields?.[0]?.message]).toEqual([
      'EnrolmentClosed',
      '报名已经截止了，可以看看别的班',
    ]);
    expect((await who.refused('training.enrol', { id: randomUUID(), session: randomUUID() })).name).toBe(
      'NotFound',
    );
    const proposed = await newSession(house, { state: 'proposed' });
    expect((await who.refused('training.show', { id: proposed })).name).toBe('NotFound');
    expect((await who.refused('training.enrol', { id: randomUUID(), session: proposed })).name).toBe(
      'NotFound',
    );
  });

  test('不在台账的人也能报，要写名字；谁看过名单，本人看得到', async () => {
    const session = await newSession(house);
    const stranger = await byPhone(entry, '13900001111');
    const asked = await stranger.refused('training.enrol', { id: randomUUID(), session });
    expect(asked.fields?.[0]?.path).toBe('name');
    const enrolled = await enrol(stranger, session, { name: '样例外来' });
    expect(enrolled).toMatchObject({ state: 'enrolled', first: null });
    const { people } = await staff.do('training.roster', { id: session });
    expect(people).toEqual([expect.objectContaining({ name: '样例外来', phone: '13900001111' })]);
    expect((await stranger.do('privacy.looks')).map(({ purpose }) => purpose)).toContain(
      '看了“样例电工班”的报名名单',
    );
  });

  test('取消一个班：报了的人都知道，名额没有了', async () => {
    const session = await newSession(house, { capacity: 1 });
    const [a, b] = [await sampleResident(entry, 'cross-region'), await sampleResident(entry, 'hidden')];
    const enrolled = [await enrol(a, session), await enrol(b, session)];
    expect(await staff.do('training.call_off', { id: session, reason: '老师病了' })).toMatchObject({
      state: 'cancelled',
      told: 2,
      reason: '老师病了',
    });
    expect(await staff.do('training.call_off', { id: session, reason: '老师病了' })).toMatchObject({
      told: 0,
    });
    expect((await stateOf(b, enrolled[1]?.id as string))?.state).toBe('cancelled');
    for (const sample of ['cross-region', 'hidden']) {
      const rows = await house.services.store.db
        .select()
        .from(message)
        .where(eq(message.accountId, accountOf(sample)));
      expect(rows.filter(({ ref }) => ref === session)).toHaveLength(1);
    }
    expect(await seatsOf(session)).toMatchObject({ taken: 0, state: 'cancelled' });
    expect((await a.refused('training.enrol', { id: randomUUID(), session })).fields?.[0]?.message).toContain(
      '已经取消了',
    );
    expect((await a.do('training.show', { id: session })).reason).toBe('老师病了');
  });

  test('单位发布的，区县核实以后才看得到；别的单位、别的区县碰不到', async () => {
    const { db, cipher } = house.services.store;
    const teacher = await byPhone(entry, '13900002222');
    expect((await teacher.refused('training.taught', {})).name).toBe('NotAllowed');
    const unitId = randomUUID();
    const contentEnc = cipher.seal(
      'unit.content',
      unitId,
      JSON.stringify({ name: '样例培训公司', credit_code: '91500242MA00000000' }),
    );
    await db
      .insert(unit)
      .values({ id: unitId, codeHash: cipher.blind('credit_code', unitId), contentEnc, county: '500242' });
    const accountId = (await db.select().from(account).orderBy(asc(account.createdAt))).at(-1)?.id as string;
    await db.insert(unitMember).values({ unitId, accountId, since: new Date() });
    const id = randomUUID();
    const draft = sampleSession({ provider: '冒充的名字' });
    expect(await teacher.do('training.publish', { id, version: 0, session: draft })).toMatchObject({
      state: 'proposed',
      provider: '样例培训公司',
    });
    expect((await me.refused('training.show', { id })).name).toBe('NotFound');
    const yongxiu = await sampleResident(entry, 'staff-yongxiu');
    expect((await yongxiu.refused('training.decide', { id, version: 1, open: true })).name).toBe('NotFound');
    expect((await staff.refused('training.decide', { id, version: 1, open: false })).fields?.[0]?.path).toBe(
      'reason',
    );
    expect((await staff.do('training.taught', {})).sessions.find((one) => one.id === id)?.state).toBe(
      'proposed',
    );
    expect(await staff.do('training.decide', { id, version: 1, open: true })).toMatchObject({
      state: 'open',
      version: 2,
    });
    expect((await teacher.do('training.taught', {})).sessions.map((one) => one.id)).toEqual([id]);
    expect(
      (await teacher.refused('training.publish', { id, version: 2, session: draft })).fields?.[0]?.message,
    ).toContain('区县人社部门');
    const theirs = await newSession(house);
    expect((await teacher.refused('training.roster', { id: theirs })).name).toBe('NotFound');
    expect((await teacher.refused('training.decide', { id, version: 2, open: true })).name).toBe(
      'NotAllowed',
    );
    const village = await sampleResident(entry, 'village-youyang');
    expect((await village.refused('training.taught', {})).name).toBe('NotAllowed');
    expect(
      (await staff.do('training.numbers', { from: inDays(0), to: inDays(60) })).sessions,
    ).toBeGreaterThan(3);
  });

  test('签到：扫帮扶码或者点名，送几次都只记一次；结业凭证验得出真假', async () => {
    const session = await newSession(house, {
      startsOn: inDays(-1),
      endsOn: inDays(0),
      startsAt: new Date(momentOf(inDays(-1), '00:01')),
      endsAt: new Date(Math.max(Date.now(), momentOf(inDays(0), '00:02'))),
      enrolUntil: new Date(momentOf(inDays(-1), '00:01')),
      taken: 2,
      toTime: '23:59',
    });
    const [scanned, ticked] = await Promise.all(
      ['cross-region', 'hidden'].map((sample) => seated(session, sample)),
    );
    const who = await sampleResident(entry, 'cross-region');
    const { token } = await who.do('code.issue', {});
    const mark = { id: randomUUID(), session, code: token, at: new Date().toISOString() };
    expect(await staff.do('training.mark', mark)).toEqual({
      id: mark.id,
      name: '样例张跨区',
      day: inDays(0),
      again: false,
    });
    expect((await staff.do('training.mark', mark)).again).toBe(true);
    expect((await staff.do('training.mark', { ...mark, id: randomUUID() })).again).toBe(true);
    const tick = {
      id: randomUUID(),
      session,
      enrolment: ticked as string,
      at: new Date(Date.now() - DAY_MS).toISOString(),
    };
    expect(await staff.do('training.mark', tick)).toMatchObject({ name: '样例郑不公开', day: inDays(-1) });
    // a phone an hour ahead
    const ahead = { ...tick, id: randomUUID(), at: new Date(Date.now() + 3_600_000).toISOString() };
    expect((await staff.refused('training.mark', ahead)).fields?.[0]?.message).toContain('时间不对');
    const elsewhere = { ...tick, id: randomUUID(), at: new Date(Date.now() - 9 * DAY_MS).toISOString() };
    expect((await staff.refused('training.mark', elsewhere)).fields?.[0]?.message).toContain(
      '不在上课的日子里',
    );
    const stranger = await sampleResident(entry, 'continued');
    const { token: strange } = await stranger.do('code.issue', {});
    expect(
      (await staff.refused('training.mark', { ...mark, id: randomUUID(), code: strange })).fields?.[0]
        ?.message,
    ).toContain('名单里没有这个人');
    expect(
      (await staff.refused('training.mark', { ...mark, id: randomUUID(), code: `${token}x` })).name,
    ).toBe('InvalidInput');
    const { people } = await staff.do('training.roster', { id: session });
    expect(people.find(({ id }) => id === scanned)).toMatchObject({ state: 'attended', days: [inDays(0)] });
    expect(await staff.do('training.certify', { id: session, enrolments: [scanned as string] })).toEqual({
      issued: 1,
    });
    expect(await staff.do('training.certify', { id: session, enrolments: [scanned as string] })).toEqual({
      issued: 0,
    });
    const mine = await stateOf(who, scanned as string);
    expect(mine).toMatchObject({ state: 'certified', claim: null, attended: [inDays(0)] });
    const pdf = await who.do('training.certificate', { id: scanned as string });
    expect(Buffer.from(pdf.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    const [row] = await house.services.store.db
      .select()
      .from(trainingEnrolment)
      .where(eq(trainingEnrolment.id, scanned as string));
    const proof = house.services.store.cipher
      .blind('training_certificate', `${row?.certificate} ${scanned}`)
      .subarray(0, 10)
      .toString('hex');
    const verified = await me.do('training.verify', { number: row?.certificate as string, proof });
    expect(verified).toMatchObject({ genuine: true, title: '样例电工班', provider: '样例培训学校' });
    expect(verified.name).not.toBe('样例张跨区');
    expect(
      (await me.do('training.verify', { number: row?.certificate as string, proof: '00' })).genuine,
    ).toBe(false);
    expect(
      (
        await (
          await sampleResident(entry, 'hidden')
        ).refused('training.certificate', { id: scanned as string })
      ).name,
    ).toBe('NotFound');
  });

  async function seated(sessionId: string, sample: string): Promise<string> {
    const { db, cipher } = house.services.store;
    const id = randomUUID();
    const [own] = await db
      .select()
      .from(account)
      .where(eq(account.id, accountOf(sample)));
    const name = SAMPLES.find((one) => one.id === sample)?.name;
    await db.insert(trainingEnrolment).values({
      id,
      sessionId,
      accountId: accountOf(sample),
      personId: own?.personId,
      whoId: own?.personId as string,
      state: 'enrolled',
      rank: 1,
      enrolledAt: new Date(),
      contentEnc: cipher.seal('training_enrolment.content', id, JSON.stringify({ name, phone: null })),
    });
    return id;
  }

  test('永修的文件到期了，排队不按它优先；签过到的人申请补贴，课程和日期填好了', async () => {
    const session = await newSession(house, {
      county: '360425',
      town: '样例涂埠镇',
      kind: 'tech_school',
      startsOn: inDays(-2),
      endsOn: inDays(0),
      startsAt: new Date(momentOf(inDays(-2), '09:00')),
      enrolUntil: new Date(momentOf(inDays(-2), '09:00')),
    });
    expect((await me.do('training.show', { id: session })).first).toEqual([
      expect.objectContaining({ benefit: 'yx-lianghousheng-priority', expired: true }),
    ]);
    const who = await sampleResident(entry, 'yongxiu-migrant');
    const id = await seated(session, 'yongxiu-migrant');
    const yongxiu = await sampleResident(entry, 'staff-yongxiu');
    await yongxiu.do('training.mark', {
      id: randomUUID(),
      session,
      enrolment: id,
      at: new Date(Date.now() - DAY_MS).toISOString(),
    });
    expect(await stateOf(who, id)).toMatchObject({ claim: 'training-allowance' });
    const { answers } = await who.do('cases.prefill', { service: 'training-allowance' });
    expect(answers).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: 'course', value: '样例电工班', source: 'earlier' }),
        expect.objectContaining({ id: 'place', value: '样例培训学校' }),
        expect.objectContaining({ id: 'from', value: inDays(-2) }),
      ]),
    );
  });

  test('开班前一天提醒一次；注销账号，名额给下一位', async () => {
    const session = await newSession(house, { capacity: 1 });
    const leaving = await byPhone(entry, '13900003333');
    const seat = await enrol(leaving, session, { name: '样例要走' });
    const next = await enrol(await sampleResident(entry, 'yongxiu-post'), session);
    expect(next.state).toBe('waiting');
    await leaving.do('privacy.delete_account', { sure: true });
    expect((await stateOf(await sampleResident(entry, 'yongxiu-post'), next.id))?.state).toBe('offered');
    const [row] = await house.services.store.db
      .select()
      .from(trainingEnrolment)
      .where(eq(trainingEnrolment.id, seat.id));
    expect(row?.state).toBe('cancelled');
    await (await sampleResident(entry, 'yongxiu-post')).do('training.confirm', { id: next.id });
    const dayBefore = momentOf(inDays(9), '10:00') - Date.now();
    expect(await remindTrainees(later(momentOf(inDays(9), '08:00') - Date.now()))).toBe(0);
    expect(await remindTrainees(later(dayBefore))).toBeGreaterThan(0);
    expect(await remindTrainees(later(dayBefore))).toBe(0);
    const looks = await house.services.store.db.select().from(accessLog);
    expect(looks.length).toBeGreaterThan(0);
  });
});
