/** A case from the form to the payment, on both entries: what the resident and the desk see, and what is refused. */
import { randomUUID } from 'node:crypto';
import type { OutputOf } from '@/contract/api';
import { creditCheckDigit } from '@/domain/identity';
import { CONSENTS } from '@/domain/privacy/consents';
import { type TestServices, testServices } from '../services';
import { type Entry, functionEntry, httpEntry } from './entries';
import { byPhone, numberOf, Resident, sampleResident } from './resident';

const ENTRIES = ['HTTP', '云函数'] as const;

describe.each(ENTRIES)('%s', (kind) => {
  let house: TestServices;
  let entry: Entry;
  let resident: Resident;
  let officer: Resident;
  let second: Resident;
  let stranger: Resident;

  beforeAll(async () => {
    house = await testServices();
    entry = kind === 'HTTP' ? await httpEntry(house) : await functionEntry(house);
    resident = await sampleResident(entry, 'cross-region');
    officer = await sampleResident(entry, 'staff-youyang');
    second = await sampleResident(entry, 'staff-youyang-2');
    stranger = await sampleResident(entry, 'continued');
  }, 60_000);
  afterAll(async () => {
    await entry.close();
    await house.drop();
  });

  const ANSWERS = { work_county: '440300', since: '2026-05', account: '6217000010001234567' };
  const filing = (id: string = randomUUID()) => ({
    id,
    service: 'cq-transport-claim',
    service_version: 1,
    answers: ANSWERS,
    files: [],
    agreed: true as const,
  });
  const fileOne = async (who = resident) => (await who.do('cases.file', filing())).id;
  const event = () => randomUUID();

  /** the desk's next step, on the version it sees */
  async function step(
    who: Resident,
    id: string,
    action: Record<string, unknown>,
  ): Promise<OutputOf<'desk.act'>> {
    const { case: seen } = await who.do('desk.show', { id });
    return who.do('desk.act', { id, version: seen.version, event: event(), ...action } as never);
  }

  test('从提交到发放：编号、期限、时间线、决定，两边看到的一样', async () => {
    const filed = await resident.do('cases.file', filing());
    expect(filed.number).toMatch(/^\d{4}-\d{4}-\d{6}$/);
    expect(filed.due?.of).toBe('accept');
    await step(officer, filed.id, { action: 'accept' });
    await step(officer, filed.id, {
      action: 'ask_supplement',
      text: '请补一张工资转账的照片',
      evidence: ['work_proof'],
      until: inDays(20),
    });
    const mine = await resident.do('cases.mine', {});
    expect(mine.tasks.map(({ id }) => id)).toEqual([filed.id]);
    expect(mine.tasks[0]?.task).toContain('在外干活的证明');
    const waiting = await resident.do('cases.show', { id: filed.id });
    await resident.do('cases.act', {
      id: filed.id,
      version: waiting.version,
      event: event(),
      action: 'supplement',
      files: [],
      text: '照片拍不了，可以打单位电话',
    });
    const approved = await step(officer, filed.id, { action: 'approve', text: '同意', fen: 50_000 });
    expect(approved.case.state).toBe('approved');
    const paid = await step(officer, filed.id, { action: 'pay', fen: 50_000, on: today() });
    expect(paid.case.state).toBe('paid');
    const view = await resident.do('cases.show', { id: filed.id });
    expect(view.decision).toMatchObject({ approved: true, fen: 50_000, paid_on: today() });
    expect(view.timeline.map(({ action }) => action)).toEqual([
      'file',
      'accept',
      'ask_supplement',
      'supplement',
      'approve',
      'pay',
    ]);
    expect(view.answers.find(({ id }) => id === 'account')?.text).toBe('尾号 4567');
    const looks = await resident.do('privacy.looks', {});
    expect(looks.some(({ purpose }) => purpose.includes('跨区域交通补助'))).toBe(true);
  });

  test('同一份送两次只有一件；别人的编号像没有一样', async () => {
    const again = filing();
    const first = await resident.do('cases.file', again);
    const twice = await resident.do('cases.file', again);
    expect(twice).toEqual({ ...first, again: true });
    expect((await stranger.refused('cases.show', { id: first.id })).name).toBe('NotFound');
    expect((await stranger.refused('cases.receipt', { id: first.id })).name).toBe('NotFound');
    expect((await stranger.refused('cases.file', again)).name).toBe('AlreadyFiled');
  });

  test('同一个动作送两次只算一次；看的是旧的一版就不让办', async () => {
    const id = await fileOne();
    const once = { id, version: 1, event: event(), action: 'withdraw' as const };
    const first = await resident.do('cases.act', once);
    expect(first.state).toBe('withdrawn');
    expect(await resident.do('cases.act', once)).toEqual(first);
    const late = await resident.refused('cases.act', { ...once, event: event() });
    expect(late.name).toBe('CaseChanged');
    const now = await resident.refused('cases.act', { ...once, event: event(), version: 2 });
    expect(now.name).toBe('ActionNotAllowed');
    expect(now.fields?.[0]?.message).toContain('现在可以：要求重新办理');
  });

  test('到期的政策不收，说明原文；旧版本的表要重新打开', async () => {
    const migrant = await sampleResident(entry, 'yongxiu-migrant');
    const expired = await migrant.refused('cases.file', {
      ...filing(),
      service: 'yx-transport-claim',
      answers: {},
    });
    expect(expired.name).toBe('ServiceClosed');
    expect(expired.fields?.[0]?.message).toContain('2025-12-31');
    expect((await migrant.do('cases.prefill', { service: 'yx-transport-claim' })).closed).toContain('到期');
    const old = await resident.refused('cases.file', { ...filing(), service_version: 99 });
    expect(old.name).toBe('ServiceChanged');
  });

  test('填错的、没填的、多出来的，每一项说一句', async () => {
    const { name, fields } = await resident.refused('cases.file', {
      ...filing(),
      answers: { work_county: 'x', since: '2999-01', made_up: true },
    });
    expect(name).toBe('InvalidInput');
    expect(fields?.map(({ path }) => path).sort()).toEqual(['account', 'made_up', 'since', 'work_county']);
  });

  test('不予办理要写理由和条款；可以申请重新审查一次', async () => {
    const id = await fileOne();
    const bare = await officer.refused('desk.act', {
      id,
      version: 1,
      event: event(),
      action: 'refuse',
      text: '',
      item: '（五）',
    });
    expect(bare.name).toBe('InvalidInput');
    await step(officer, id, { action: 'refuse', text: '台账里没有外出记录', item: '（五）' });
    const view = await resident.do('cases.show', { id });
    expect(view.decision).toMatchObject({ approved: false, item: '（五）', text: '台账里没有外出记录' });
    await resident.do('cases.act', {
      id,
      version: view.version,
      event: event(),
      action: 'ask_review',
      text: '我有合同',
    });
    const { can } = (await officer.do('desk.show', { id })).case;
    expect(can.refuse).toEqual({ ok: false, why: '要由另一位工作人员重新审查' });
    await step(second, id, { action: 'refuse', text: '合同是在本县的', item: '（五）' });
    const final = await resident.do('cases.show', { id });
    expect(final.can.ask_review).toEqual({ ok: false, why: '已经重新审查过一次了' });
  });

  test('金额大的要两个人；自己不能复核自己', async () => {
    const id = await fileOne();
    await step(officer, id, { action: 'accept' });
    const first = await step(officer, id, { action: 'approve', text: '同意', fen: 300_000 });
    expect(first.case.state).toBe('countersign');
    expect(first.case.can.countersign).toEqual({ ok: false, why: '要由另一位工作人员复核' });
    const done = await step(second, id, { action: 'countersign' });
    expect(done.case.state).toBe('approved');
  });

  test('回避以后不能再办；声明的亲属，全家的事都回避', async () => {
    const id = await fileOne();
    const recused = await step(officer, id, { action: 'recuse', text: '是我表哥' });
    expect(recused.conflict).toContain('亲属');
    expect(recused.case.can.accept?.ok).toBe(false);
    const other = await fileOne();
    const { conflict } = await officer.do('desk.show', { id: other });
    expect(conflict).toContain('亲属');
    const view = await resident.do('cases.show', { id });
    expect(JSON.stringify(view)).not.toContain('表哥');
    const { store } = house.services;
    await store.pool.query('delete from staff_relation');
  });

  test('别的县、别的镇看不到；村里只看本村', async () => {
    const id = await fileOne();
    const yongxiu = await sampleResident(entry, 'staff-yongxiu');
    expect((await yongxiu.refused('desk.show', { id })).name).toBe('NotFound');
    expect(
      (await yongxiu.refused('desk.act', { id, version: 1, event: event(), action: 'accept' })).name,
    ).toBe('NotFound');
    const village = await sampleResident(entry, 'village-youyang');
    expect((await village.refused('desk.show', { id })).name).toBe('NotFound');
    const town = await sampleResident(entry, 'town-youyang');
    expect((await town.refused('desk.show', { id })).name).toBe('NotFound');
    await step(officer, id, { action: 'transfer', level: 'village', county: '500242', text: '请村里核实' });
    const seen = await town.do('desk.show', { id });
    expect(seen.case.can.accept).toEqual({ ok: false, why: '这件事现在在村办' });
    expect((await village.do('desk.show', { id })).case.can.accept).toEqual({ ok: true });
  });

  test('草稿：另一部手机先改过，后来的被告知，不覆盖', async () => {
    const id = randomUUID();
    const draft = {
      id,
      service: 'cq-transport-claim',
      service_version: 1,
      device: '样例安卓',
      answers: { work_county: '440300' },
      files: [],
    };
    const { rev } = await resident.do('cases.save_draft', { ...draft, rev: 0 });
    expect(await resident.do('cases.save_draft', { ...draft, rev, device: '样例苹果' })).toEqual({ rev: 2 });
    const refused = await resident.refused('cases.save_draft', { ...draft, rev });
    expect(refused.name).toBe('DraftConflict');
    expect(refused.fields?.find(({ path }) => path === 'device')?.message).toBe('样例苹果');
    expect((await stranger.do('cases.drafts')).length).toBe(0);
    expect((await stranger.refused('cases.save_draft', { ...draft, rev: 0 })).name).toBe('NotFound');
    await resident.do('cases.file', { ...filing(id) });
    expect((await resident.do('cases.drafts')).some((one) => one.id === id)).toBe(false);
    expect((await resident.refused('cases.save_draft', { ...draft, rev: 2 })).name).toBe('AlreadyFiled');
  });

  test('上次填过的、台账里有的，不再问', async () => {
    await fileOne();
    const { answers } = await resident.do('cases.prefill', { service: 'cq-transport-claim' });
    const account = answers.find(({ id }) => id === 'account');
    expect(account).toMatchObject({ value: ANSWERS.account, source: 'earlier' });
  });

  test('单位：没绑定办不了；绑定批准以后，替单位交的在单位名下', async () => {
    expect((await resident.refused('cases.prefill', { service: 'no-such' })).name).toBe('NotFound');
    const boss = await sampleResident(entry, 'lifted-only');
    const unitFiling = { ...filing(), service: 'cq-si-unit', answers: {} };
    expect((await boss.refused('cases.file', unitFiling)).name).toBe('UnitNeeded');
    const code = `91500242MA5U9999${'9'}`;
    const credit = code + creditCheckDigit(code);
    const licence = await upload(boss);
    const binding = await boss.do('cases.file', {
      ...filing(),
      service: 'unit-binding',
      answers: {
        county: '500242',
        unit_name: '样例帮扶车间',
        credit_code: credit,
        unit_kind: 'workshop',
        role: 'head',
        name: '样例王脱贫',
        phone: '13800000000',
      },
      files: [{ file: licence, evidence: 'licence' }],
    });
    await step(officer, binding.id, { action: 'accept' });
    await step(officer, binding.id, { action: 'approve', text: '核对无误' });
    expect((await boss.refused('cases.file', { ...unitFiling, id: randomUUID() })).name).toBe('InvalidInput');
  });

  test('台账里没有我：查到了，批准就对上；对不上的批准不了', async () => {
    const phone = `139${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;
    const newcomer = await byPhone(entry, phone);
    await newcomer.do('consent.give', { kind: 'identity', version: CONSENTS.identity.version });
    const said = {
      county: '500242',
      village: '样例村',
      name: '样例周奶奶',
      id_number: numberOf('样例周奶奶'),
      list: null,
      phone: '13800000000',
    };
    const ask = (name: string) => ({
      ...filing(),
      service: 'not-in-register',
      answers: { ...said, name },
    });
    const wrong = (await newcomer.do('cases.file', ask('样例别人'))).id;
    await step(officer, wrong, { action: 'accept' });
    const { case: seen } = await officer.do('desk.show', { id: wrong });
    const approve = { id: wrong, version: seen.version, event: event(), action: 'approve', text: '查到了' };
    expect((await officer.refused('desk.act', approve)).name).toBe('CannotConfirm');
    const right = (await newcomer.do('cases.file', ask('样例周奶奶'))).id;
    await step(officer, right, { action: 'accept' });
    await step(officer, right, { action: 'approve', text: '查到了，已对上' });
    expect((await newcomer.do('session.me')).bound).toBe(true);
  });

  test('不留姓名的举报：钥匙和编号才看得到进度', async () => {
    const nobody = new Resident(entry, {});
    const book = await nobody.do('policy.services', { region: '500000' });
    if (!('services' in book)) throw new Error('no services');
    const service = book.services.find(({ applicant }) => applicant === 'anyone');
    if (!service) throw new Error('no service for anyone');
    const input = {
      ...filing(),
      service: service.id,
      service_version: service.version,
      answers: sampleAnswers(service),
      county: '500242',
    };
    const filed = await nobody.do('cases.report', input);
    expect(await nobody.do('cases.report', input)).toEqual({ ...filed, again: true });
    const view = await nobody.do('cases.follow', { number: filed.number, key: filed.key });
    expect(view).toMatchObject({ anonymous: true, can: {} });
    expect((await nobody.refused('cases.follow', { number: filed.number, key: 'AAAAAAAAAA' })).name).toBe(
      'NotFound',
    );
  });

  test('回执：真的认得出，编的认不出；日历里有应办日期', async () => {
    const id = await fileOne();
    const { base64, name } = await resident.do('cases.receipt', { id });
    const pdf = Buffer.from(base64, 'base64').toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(name).toContain('回执');
    const { number } = await resident.do('cases.show', { id });
    expect((await stranger.do('cases.verify_receipt', { number, proof: '00'.repeat(10) })).genuine).toBe(
      false,
    );
    const { text } = await resident.do('cases.calendar', { id });
    expect(text).toContain('BEGIN:VCALENDAR');
    expect(text).toMatch(/DTSTART;VALUE=DATE:2\d{7}/);
  });

  test('排队：最急的在前，翻页不重不漏', async () => {
    const ids = new Set<string>();
    let cursor: string | undefined;
    do {
      const page: OutputOf<'desk.queue'> = await officer.do('desk.queue', { show: 'open', cursor });
      const days = page.cases.map(({ due }) => due?.on ?? '9999');
      expect([...days].sort()).toEqual(days);
      for (const { id } of page.cases) {
        expect(ids.has(id)).toBe(false);
        ids.add(id);
      }
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(ids.size).toBeGreaterThan(3);
    const all = [...ids];
    const { assigned } = await officer.do('desk.assign', { cases: all.slice(0, 3), to: null });
    expect(assigned.length).toBe(3);
  });

  async function upload(who: Resident): Promise<string> {
    const id = randomUUID();
    const { createHash } = await import('node:crypto');
    const bytes = PNG;
    await who.do('files.begin', { id, name: '样例执照.png', bytes: bytes.length });
    await who.do('files.put', { id, offset: 0, base64: bytes.toString('base64') });
    await who.do('files.finish', { id, sha256: createHash('sha256').update(bytes).digest('hex') });
    return id;
  }
});

/** one white point */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

type AnyService = Extract<OutputOf<'policy.services'>, { services: unknown }>['services'][number];

/** something that every question takes */
function sampleAnswers({ questions }: AnyService): Record<string, never> {
  const said = questions.map(({ id, kind, options }) => {
    const answers: Record<string, unknown> = {
      yes_no: true,
      choice: options?.[0]?.value,
      many: [options?.[0]?.value],
      number: 1,
      money: 100,
      date: '2026-01-01',
      month: '2026-01',
      county: '500242',
      phone: '13800000000',
      list: ['样例'],
    };
    return [id, answers[kind] ?? '样例情况'];
  });
  return Object.fromEntries(said) as Record<string, never>;
}
