/** The inbox on both entries: what becomes a message and for whom, read on every device, settings, permissions, one's own copy. */
import { randomUUID } from 'node:crypto';
import { delivery, mandate, message, reach } from '@/cloud/store/schema';
import { type TestServices, testServices } from '../services';
import { type Entry, functionEntry, httpEntry } from './entries';
import { accountOf, byPhone, Resident, sampleResident } from './resident';

describe.each(['HTTP', '云函数'] as const)('%s', (kind) => {
  let house: TestServices;
  let entry: Entry;
  let resident: Resident;
  let officer: Resident;

  beforeAll(async () => {
    house = await testServices();
    entry = kind === 'HTTP' ? await httpEntry(house) : await functionEntry(house);
    resident = await sampleResident(entry, 'cross-region');
    officer = await sampleResident(entry, 'staff-youyang');
  }, 60_000);
  afterAll(async () => {
    await entry.close();
    await house.drop();
  });
  beforeEach(async () => {
    const { pool } = house.services.store;
    await pool.query('truncate message, delivery, permit, reach');
  });

  const filing = () => ({
    id: randomUUID(),
    service: 'cq-transport-claim',
    service_version: 1,
    answers: { work_county: '440300', since: '2026-05', account: '6217000010001234567' },
    files: [],
    agreed: true as const,
  });
  async function step(id: string, action: Record<string, unknown>, event = randomUUID()): Promise<void> {
    const { case: seen } = await officer.do('desk.show', { id });
    await officer.do('desk.act', { id, version: seen.version, event, ...action } as never);
  }
  const inbox = (who = resident) => who.do('messages.list', {});
  const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

  test('自己交的不告诉自己；办事人员每走一步都告诉，一步一条；要做的事最急', async () => {
    const { id, number } = await resident.do('cases.file', filing());
    expect((await inbox()).messages).toEqual([]);
    await step(id, { action: 'accept' });
    const until = later(10);
    await step(id, { action: 'ask_supplement', text: '请补一张样例照片', until, evidence: ['work_proof'] });
    const { messages, unread } = await inbox();
    expect(unread).toBe(2);
    expect(messages[0]).toMatchObject({
      kind: 'case',
      case: id,
      number,
      title: '跨区域交通补助',
      said: '请补一张样例照片',
      urgent: true,
      due_on: until,
      read: false,
    });
    expect(messages[0]?.text).toContain(`请在${until}前补材料`);
    expect(messages[1]).toMatchObject({ urgent: false, due_on: null });
    expect(messages[1]?.text).toContain('收下了，在看材料');
    // what is to be done leaves the house, the rest does not
    const out = await house.services.store.db.select().from(delivery);
    expect(out.map(({ channel, state, urgent }) => ({ channel, state, urgent }))).toEqual([
      { channel: 'wechat', state: 'waiting', urgent: true },
    ]);
    // the resident's own answer is no news to them
    const { version } = await resident.do('cases.show', { id });
    await resident.do('cases.act', { id, version, event: randomUUID(), action: 'withdraw' });
    expect((await inbox()).unread).toBe(2);
  });

  test('安排经办人不说；同一步送两次，还是一条；不予办理写明哪一条', async () => {
    const { id } = await resident.do('cases.file', filing());
    const event = randomUUID();
    await step(id, { action: 'accept' }, event);
    const { case: seen } = await officer.do('desk.show', { id });
    await officer.do('desk.act', { id, version: seen.version - 1, event, action: 'accept' });
    await officer.do('desk.assign', { cases: [id], to: accountOf('staff-youyang') });
    expect((await inbox()).messages).toHaveLength(1);
    const { case: now } = await officer.do('desk.show', { id });
    const item = now.document.items[0] as string;
    await step(id, { action: 'refuse', text: '样例理由', item });
    const [refused] = (await inbox()).messages;
    expect(refused).toMatchObject({ urgent: true, said: '样例理由', cite: { item } });
    expect(refused?.cite?.document).toBe(now.document.id);
  });

  test('别人看不到，也读不掉；在一部手机上看过，另一部上也是看过', async () => {
    const { id } = await resident.do('cases.file', filing());
    await step(id, { action: 'accept' });
    const [one] = (await inbox()).messages;
    const other = await sampleResident(entry, 'continued');
    expect((await inbox(other)).messages).toEqual([]);
    await other.do('messages.read', { ids: [one?.id as string] });
    expect(await resident.do('messages.count')).toEqual({ unread: 1 });
    const elsewhere = await sampleResident(entry, 'cross-region');
    expect(await elsewhere.do('messages.read', { ids: [one?.id as string] })).toEqual({ unread: 0 });
    expect((await inbox()).messages[0]?.read).toBe(true);
    expect((await resident.do('messages.list', { unread: true })).messages).toEqual([]);
  });

  test('全部看过：只到看见的那一条，之后来的还没看；按一件事看；一页一页看', async () => {
    const first = await resident.do('cases.file', filing());
    const second = await resident.do('cases.file', filing());
    await step(first.id, { action: 'accept' });
    await step(second.id, { action: 'accept' });
    const seen = await inbox();
    expect(seen.messages).toHaveLength(2);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await step(first.id, { action: 'approve', text: '样例意见', fen: 10_000 });
    const { unread } = await resident.do('messages.read', {
      all: true,
      until: seen.messages[0]?.at as string,
    });
    expect(unread).toBe(1);
    const ofFirst = await resident.do('messages.list', { case: first.id });
    expect(ofFirst.messages.map(({ case: id }) => id)).toEqual([first.id, first.id]);

    const { db, cipher } = house.services.store;
    const rows = Array.from({ length: 65 }, (_, n) => {
      const id = randomUUID();
      const contentEnc = cipher.seal('message.content', id, JSON.stringify({ title: `${n}`, text: '样例' }));
      // two of each moment
      const createdAt = new Date(Date.UTC(2026, 0, 1, 0, Math.floor(n / 2)));
      return { id, accountId: accountOf('cross-region'), kind: 'notice', contentEnc, createdAt };
    });
    await db.insert(message).values(rows);
    const walked = async () => {
      const all: string[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = await resident.do('messages.list', cursor === undefined ? {} : { cursor });
        all.push(...page.messages.map(({ id }) => id));
        if (page.next === null) return all;
        cursor = page.next;
      }
    };
    const all = await walked();
    expect(new Set(all).size).toBe(68);
    expect(all).toHaveLength(68);
    // all within one millisecond, in another order than the ids
    await house.services.store.pool.query(
      `update message set created_at = timestamptz '2026-01-01T00:00:00.123Z' + n * interval '1 microsecond'
       from (select id as of, row_number() over (order by md5(id::text)) as n from message) numbered where of = id`,
    );
    const close = await walked();
    expect(new Set(close).size).toBe(68);
    expect(close).toHaveLength(68);
    expect((await resident.refused('messages.list', { cursor: 'x' })).name).toBe('InvalidInput');
  });

  test('代办人交的，告诉本人；代办人看得到这件事的消息，看不到政策的，也不算看过', async () => {
    const { db } = house.services.store;
    const id = randomUUID();
    const now = new Date();
    await db.insert(mandate).values({
      id,
      holderId: accountOf('cross-region'),
      helperId: accountOf('blank'),
      services: ['apply'],
      until: '2099-12-31',
      how: 'code',
      offerUntil: now,
      createdAt: now,
      startedAt: now,
    });
    const helper = (await sampleResident(entry, 'blank')).actingFor(id);
    const filed = await helper.do('cases.file', filing());
    const [told] = (await inbox()).messages;
    expect(told?.case).toBe(filed.id);
    expect(told?.text).toBe('代办人：提交了，经办机构已收到');
    const { cipher } = house.services.store;
    const policy = randomUUID();
    await db.insert(message).values({
      id: policy,
      accountId: accountOf('cross-region'),
      kind: 'benefit',
      contentEnc: cipher.seal('message.content', policy, JSON.stringify({ title: '样例政策', text: '样例' })),
      createdAt: new Date(),
    });
    expect((await inbox()).messages).toHaveLength(2);
    expect((await inbox(helper)).messages.map(({ kind: what }) => what)).toEqual(['case']);
    expect((await helper.refused('messages.read', { ids: [policy] })).name).toBe('NotAllowed');
    expect((await helper.refused('messages.settings', {})).name).toBe('NotAllowed');
    const trail = (await resident.do('privacy.looks')).map(({ purpose }) => purpose);
    expect(trail).toContain('看了您办的事的消息');
  });

  test('匿名举报没有消息可发；实名举报的，通知外面不写是什么事', async () => {
    const answers = { what: ['late'], county: '500242', place: null, since: null, story: '样例情况' };
    const report = { ...filing(), service: 'favouritism', answers, county: '500242' };
    await new Resident(entry, {}).do('cases.report', report);
    expect(await house.services.store.db.select().from(message)).toEqual([]);
  });

  test('设置：短信、每周汇总、新政策、不打扰的钟点；不对的不收', async () => {
    const who = await byPhone(entry, `138${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`);
    const before = await who.do('messages.settings', {});
    expect(before).toMatchObject({ sms: true, digest: true, policies: true, quiet_from: 21, quiet_to: 8 });
    expect(before.phone).toMatch(/^138\*{4}\d{4}$/);
    const changed = await who.do('messages.settings', { sms: false, quiet_from: 22, quiet_to: 7 });
    expect(changed).toMatchObject({ sms: false, digest: true, quiet_from: 22, quiet_to: 7 });
    expect(await who.do('messages.settings', {})).toEqual(changed);
    expect((await who.refused('messages.settings', { quiet_from: 24 })).name).toBe('InvalidInput');
  });

  test('号码说是停机的，又用它收到验证码登录了：短信照发', async () => {
    const number = `137${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;
    const who = await byPhone(entry, number);
    await who.do('messages.settings', { sms: true });
    await house.services.store.db.update(reach).set({ phoneBadAt: new Date() });
    expect(await who.do('messages.settings', {})).toMatchObject({ phone_bad: true });
    // a code once a minute
    await house.services.store.pool.query("delete from rate_limit where key like 'sms_%'");
    const again = await byPhone(entry, number);
    expect(await again.do('messages.settings', {})).toMatchObject({ phone_bad: false });
  });

  test('同意一次算一次，同一次送两遍也算一次；拒绝的记得，关掉的清零', async () => {
    const id = randomUUID();
    const subscribe = (askedId: string, answer: 'accept' | 'reject' | 'off') =>
      resident.do('messages.subscribe', { id: askedId, answers: [{ template: 'task', answer }] });
    await subscribe(id, 'accept');
    await subscribe(id, 'accept');
    await subscribe(randomUUID(), 'accept');
    // an older one, out of a phone that had no signal
    await subscribe(id, 'accept');
    const { pool } = house.services.store;
    const left = async () => (await pool.query('select remaining, answer from permit')).rows[0];
    expect(await left()).toEqual({ remaining: 2, answer: 'accept' });
    await subscribe(randomUUID(), 'reject');
    expect(await left()).toEqual({ remaining: 2, answer: 'reject' });
    await subscribe(randomUUID(), 'off');
    expect(await left()).toEqual({ remaining: 0, answer: 'off' });
    const { wechat } = await resident.do('messages.settings', {});
    // in the cloud the platform says who it is
    expect(wechat).toBe(kind === '云函数');
  });

  test('自己的数据里有消息；账号删掉，一条不留', async () => {
    const who = await sampleResident(entry, 'exited');
    const { id } = await who.do('cases.file', filing());
    await step(id, { action: 'accept' });
    await who.do('messages.settings', { sms: false });
    const { sections } = await who.do('privacy.export');
    const rows = sections.find(({ title }) => title === '收到的消息')?.rows ?? [];
    expect(JSON.stringify(rows)).toContain('收下了，在看材料');
    expect(sections.find(({ title }) => title === '怎样通知我')?.rows).toMatchObject([{ 短信: false }]);
    await who.do('privacy.delete_account', { sure: true });
    const { pool } = house.services.store;
    const account = accountOf('exited');
    for (const table of ['message', 'delivery', 'permit'])
      expect((await pool.query(`select 1 from ${table} where account_id = $1`, [account])).rowCount).toBe(0);
    for (const table of ['reach', 'fitting'])
      expect((await pool.query(`select 1 from ${table} where id = $1`, [account])).rowCount).toBe(0);
    // what happens to the case from now on is told to nobody
    await step(id, { action: 'approve', text: '样例意见', fen: 10_000 });
    expect((await pool.query('select 1 from message')).rowCount).toBe(0);
  });
});
