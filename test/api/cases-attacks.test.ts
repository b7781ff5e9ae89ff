/** What somebody tries who wants to read or spoil what is another's: reports, helpers, units, ids, whatever can be typed. */
import { randomUUID } from 'node:crypto';
import { fileOne, filing, type House, helping, inDays, openHouse, reportOf, step, upload } from './attacks';
import { Resident } from './resident';

let at: House;
let holder: Resident;
let officer: Resident;
let nobody: Resident;
beforeAll(async () => {
  at = await openHouse();
  holder = await at.who('continued');
  officer = await at.who('staff-youyang');
  nobody = new Resident(at.entry, {});
}, 60_000);
afterAll(() => at.close());

const purposes = async (who: Resident) => (await who.do('privacy.looks')).map(({ purpose }) => purpose);

describe('不留姓名的举报', () => {
  const report = async (over: object = {}) => {
    const input = { ...reportOf('样例：岗位给了亲戚'), ...over, county: '500242' };
    const filed = await nobody.do('cases.report', input as never);
    const { cases } = await officer.do('desk.queue', { number: filed.number });
    return { input, filed, kept: cases[0]?.id as string };
  };

  test('有人查看、办理，不会告诉全县的人', async () => {
    const { kept } = await report();
    await step(officer, kept, { action: 'accept' });
    for (const who of ['continued', 'cross-region', 'yongxiu-post'])
      expect((await purposes(await at.who(who))).join()).not.toContain('反映不公');
    const rows = await at.sql<{ n: number }>('select count(*)::int n from access_log where account_id = $1', [
      kept,
    ]);
    expect(rows[0]?.n).toBeGreaterThan(1);
  });

  test('没有人可以通知，就不能用“补材料”把它挂起来', async () => {
    const { kept } = await report();
    const { can } = (await officer.do('desk.show', { id: kept })).case;
    expect(can.ask_supplement).toEqual({ ok: false, why: '没有人可以通知，不能要求补材料' });
    const asked = { action: 'ask_supplement', text: '样例', evidence: [], until: inDays(9) };
    const input = { id: kept, version: 1, event: randomUUID(), ...asked };
    expect((await officer.refused('desk.act', input)).name).toBe('ActionNotAllowed');
  });

  test('窗口看得到的编号换不出钥匙，也对不上谁的草稿', async () => {
    const id = randomUUID();
    const form = { ...reportOf('样例：先存了草稿'), id };
    const { agreed: _, ...draft } = form;
    await holder.do('cases.save_draft', { ...draft, rev: 0 } as never);
    const { filed, kept, input } = await report(form);
    expect(kept).not.toBe(id);
    expect(await at.sql('select 1 from draft where id = $1', [id])).toEqual([]);
    const again = await nobody.do('cases.report', { ...input, id: kept } as never);
    expect([again.again, again.key === filed.key]).toEqual([false, false]);
    // a lost answer is told again, also when the form was changed meanwhile
    const late = await nobody.do('cases.report', { ...input, service_version: 99 } as never);
    expect(late).toEqual({ ...filed, again: true });
  });
});

describe('代办', () => {
  test('看不到本人的举报、单位的事、评价，也不能替人举报', async () => {
    const acting = await helping(holder, await at.who('blank'), 'apply');
    const picture = await upload(holder);
    const papers = [{ file: picture, evidence: 'picture' }];
    const report = await fileOne(holder, { ...reportOf('样例：帮我的人自己占着岗位'), files: papers });
    await holder.do('files.read', { id: picture });
    expect((await acting.refused('files.read', { id: picture })).name).toBe('NotFound');
    const claim = await fileOne(holder);
    await step(officer, claim, { action: 'refuse', text: '样例', item: '（五）' });
    const { version } = await holder.do('cases.show', { id: claim });
    const rating = { id: claim, version, event: randomUUID(), stars: 1, text: '样例：态度不好' };
    await holder.do('cases.act', { ...rating, action: 'rate' });
    const { cases } = await acting.do('cases.mine', {});
    expect(cases.map(({ id }) => id)).toEqual([claim]);
    for (const path of ['cases.show', 'cases.receipt', 'cases.calendar'] as const)
      expect((await acting.refused(path, { id: report })).name).toBe('NotFound');
    expect((await acting.refused('cases.file', reportOf('样例'))).name).toBe('NotAllowed');
    const { agreed: _, ...draft } = reportOf('样例');
    expect((await acting.refused('cases.save_draft', { ...draft, rev: 0 })).name).toBe('NotAllowed');
    await holder.do('cases.save_draft', { ...draft, rev: 0 } as never);
    expect(await acting.do('cases.drafts')).toEqual([]);
    const seen = await acting.do('cases.show', { id: claim });
    expect(JSON.stringify([seen.rated, seen.timeline])).not.toMatch(/态度不好|很不满意/);
    expect(seen.can.rate).toEqual({ ok: false, why: '评价要由本人来' });
    expect((await holder.do('cases.show', { id: claim })).rated).toBe(1);
  });

  test('只让替着申请的，看不到台账里写的，也看不到以前填过的卡号', async () => {
    const blank = await at.who('blank');
    await fileOne(holder);
    const service = 'cq-si-flexible';
    const filling = async (who: Resident) => {
      const { answers, papers } = await who.do('cases.prefill', { service });
      return [...answers, ...papers].map((one) => ('id' in one ? one.id : `${one.evidence}!`));
    };
    const own = await filling(holder);
    expect(own).toEqual(expect.arrayContaining(['account', 'hard_to_employ!']));
    expect(await filling(await helping(holder, blank, 'apply'))).toEqual([]);
    expect(await filling(await helping(holder, blank, 'apply', 'benefits'))).toEqual(
      own.filter((id) => id !== 'account'),
    );
  });
});

describe('单位', () => {
  /** a unit that `boss` files for */
  async function bind(boss: Resident, code: string): Promise<string> {
    const licence = await upload(boss);
    return fileOne(boss, {
      service: 'unit-binding',
      answers: {
        county: '500242',
        unit_name: '样例帮扶车间',
        credit_code: code,
        unit_kind: 'workshop',
        role: 'head',
        name: '样例王脱贫',
        phone: '13800000000',
      },
      files: [{ file: licence, evidence: 'licence' }],
    });
  }
  const CODE = '91350100M000100Y43';
  const approve = async (id: string) => {
    await step(officer, id, { action: 'accept' });
    await step(officer, id, { action: 'approve', text: '样例' });
  };

  test('离开了单位，单位的事就看不到了；帮本人的人从来看不到', async () => {
    const boss = await at.who('lifted-only');
    const binding = await bind(boss, CODE);
    await approve(binding);
    const [unit] = await at.sql<{ id: string }>(
      'select unit_id as id from unit_member order by since desc limit 1',
    );
    const filed = await fileOne(boss);
    // as if it were the unit's
    await at.sql('update service_case set unit_id = $1, person_id = null where id = $2', [unit?.id, filed]);
    expect((await boss.do('cases.show', { id: filed })).id).toBe(filed);
    const acting = await helping(boss, await at.who('blank'), 'apply', 'benefits');
    expect((await acting.refused('cases.show', { id: filed })).name).toBe('NotFound');
    expect((await acting.refused('cases.show', { id: binding })).name).toBe('NotFound');
    expect(JSON.stringify(await acting.do('cases.mine', {}))).not.toContain(filed);
    // a second account with the same code: whoever approves it is told
    const second = await bind(await at.who('exited'), CODE);
    const { compared } = await officer.do('desk.show', { id: second });
    expect(compared.find(({ id }) => id === 'unit_bound')?.register).toContain('现在有1个账号');
    // opened again, the first binding no longer holds
    const { version } = await boss.do('cases.show', { id: binding });
    const reopened = { id: binding, version, event: randomUUID(), action: 'reopen' as const, text: '样例' };
    await boss.do('cases.act', reopened);
    expect((await boss.refused('cases.show', { id: filed })).name).toBe('NotFound');
    const { answers } = await boss.do('cases.prefill', { service: 'cq-transport-claim' });
    expect(answers.filter(({ source }) => source === 'earlier')).toEqual([]);
  });
});

describe('编号和动作', () => {
  test('一个动作的编号不能当另一个动作用，别人也用不了', async () => {
    const id = await fileOne(holder);
    const event = randomUUID();
    const supplement = { id, version: 1, event, action: 'supplement' as const, files: [], text: '样例' };
    await holder.do('cases.act', supplement);
    expect(await holder.do('cases.act', supplement)).toMatchObject({ version: 2 });
    const withdraw = { id, version: 2, event, action: 'withdraw' };
    expect((await holder.refused('cases.act', withdraw)).name).toBe('CaseChanged');
    expect((await officer.refused('desk.act', { ...withdraw, action: 'accept' })).name).toBe('CaseChanged');
    // the first event of a case has the case's own id
    expect((await officer.refused('desk.act', { ...withdraw, event: id, action: 'accept' })).name).toBe(
      'CaseChanged',
    );
    expect((await holder.do('cases.show', { id })).state).toBe('filed');
  });

  test('别人草稿的编号拿来提交不了，草稿还在', async () => {
    const { agreed: _, ...draft } = filing();
    await holder.do('cases.save_draft', { ...draft, rev: 0 } as never);
    const other = await at.who('cross-region');
    expect((await other.refused('cases.file', { ...draft, agreed: true })).name).toBe('AlreadyFiled');
    expect(await holder.do('cases.drafts')).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: draft.id })]),
    );
    expect((await holder.do('cases.file', { ...draft, agreed: true } as never)).again).toBe(false);
  });
});

test('什么样的输入都有说法，不会让系统出错', async () => {
  const id = '00000000-0000-4000-8000-000000000001';
  const dashes = '-'.repeat(36);
  const { agreed: _, ...draft } = filing({ rev: 0 });
  const long = Object.fromEntries(Array.from({ length: 40 }, (_one, n) => [`a${n}`, '样'.repeat(1000)]));
  const bad: readonly [Resident, string, object][] = [
    [holder, 'cases.mine', { cursor: `+275760-09-13T00:00:00.000Z ${id}` }],
    [holder, 'cases.mine', { cursor: `2026-99-01T00:00:00.000Z ${id}` }],
    [holder, 'cases.mine', { cursor: `2026-01-01T00:00:00.000Z ${dashes}` }],
    [officer, 'desk.queue', { cursor: `2026-99-99 ${id}` }],
    [officer, 'desk.queue', { cursor: `2026-01-01 ${dashes}` }],
    [officer, 'desk.queue', { show: 'closed', cursor: `2026-99-99 ${id}` }],
    [officer, 'desk.queue', { number: 'a\0' }],
    [nobody, 'cases.follow', { number: 'a\0', key: 'AAAAAAAAAA' }],
    [nobody, 'cases.verify_receipt', { number: 'a\0', proof: 'a' }],
    [holder, 'cases.save_draft', { ...draft, rev: 2 ** 31 }],
    [holder, 'cases.save_draft', { ...draft, service_version: 2 ** 31 }],
    [holder, 'cases.save_draft', { ...draft, answers: long }],
    [holder, 'cases.file', filing({ answers: { ...filing().answers, constructor: 'x' } })],
    [holder, 'cases.file', filing({ files: [{ file: id, evidence: 'constructor' }] })],
    [holder, 'cases.file', filing({ files: Array(2).fill({ file: id, evidence: 'work_proof' }) })],
    [holder, 'cases.file', filing({ answers: { ...filing().answers, since: '0000-01' } })],
    [holder, 'cases.file', { ...reportOf('样\0例') }],
  ];
  for (const [who, path, input] of bad)
    expect([path, input, (await who.refused(path as never, input)).name]).toEqual([
      path,
      input,
      'InvalidInput',
    ]);
  // half a letter, turned writing, a smile: kept as typed, and every paper can be made of it
  const odd = await fileOne(holder, reportOf('\ud800 \u202e样例 😀'));
  await holder.do('cases.receipt', { id: odd });
  await holder.do('cases.calendar', { id: odd });
  expect((await officer.do('desk.show', { id: odd })).case.answers.at(-1)?.text).toContain('样例 😀');
});
