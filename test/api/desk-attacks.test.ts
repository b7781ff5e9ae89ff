/** What an officer tries for themselves, the family, or alone where it takes two. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { account, staff } from '@/cloud/store/schema';
import { fileOne, type House, helping, inDays, openHouse, step, stepRefused, today, upload } from './attacks';
import type { Resident } from './resident';
import { accountOf } from './resident';

let at: House;
let resident: Resident;
let officer: Resident;
let second: Resident;
let village: Resident;
beforeAll(async () => {
  at = await openHouse();
  resident = await at.who('cross-region');
  officer = await at.who('staff-youyang');
  second = await at.who('staff-youyang-2');
  village = await at.who('village-youyang');
}, 60_000);
afterAll(() => at.close());

const LARGE = 300_000;
const accept = (id: string) => step(officer, id, { action: 'accept' });
const approve = (id: string, over: object = {}) =>
  step(officer, id, { action: 'approve', text: '样例', ...over });

/** Until the work is done, the account is the register's person of a sample. */
async function as(officerId: string, sample: string | null, work: () => Promise<void>): Promise<void> {
  const { db } = at.house.services.store;
  const [row] = sample
    ? await db
        .select()
        .from(account)
        .where(eq(account.id, accountOf(sample)))
    : [];
  const set = (personId: string | null) =>
    db
      .update(staff)
      .set({ personId })
      .where(eq(staff.id, accountOf(officerId)));
  await set(row?.personId ?? null);
  await work().finally(() => set(null));
}

describe('发钱', () => {
  test('批准没有写金额、更正时改大：超过两个人看的数，要换一个人', async () => {
    const id = await fileOne(resident);
    await accept(id);
    await approve(id);
    const pay = { action: 'pay', fen: LARGE, on: today() };
    expect(await stepRefused(officer, id, pay)).toContain('要由另一位工作人员登记');
    await step(officer, id, { ...pay, fen: 50_000 });
    const correct = { ...pay, action: 'correct_payment', text: '样例' };
    expect(await stepRefused(officer, id, correct)).toContain('要由另一位工作人员登记');
    const corrected = await step(second, id, correct);
    expect(corrected.case.decision?.fen).toBe(LARGE);
  });

  test('登记发放没有写金额，批准的金额还在；更正时也不能自己改大', async () => {
    const id = await fileOne(resident);
    await accept(id);
    await approve(id, { fen: 150_000 });
    const pay = { action: 'pay', fen: null, on: today() };
    expect(await stepRefused(officer, id, { ...pay, fen: 150_001 })).toContain('不能多于批准的金额');
    expect((await step(officer, id, pay)).case.decision?.fen).toBe(150_000);
    const correct = { ...pay, action: 'correct_payment', text: '样例' };
    expect(await stepRefused(officer, id, { ...correct, fen: LARGE })).toContain('要由另一位工作人员登记');
    await step(officer, id, { ...correct, fen: 150_000 });
  });

  test('一个人的两个账号，是一双眼睛', async () => {
    const id = await fileOne(resident);
    await accept(id);
    await as('staff-youyang', 'exited', async () => {
      await approve(id, { fen: LARGE });
      await as('staff-youyang-2', 'exited', async () => {
        expect(await stepRefused(second, id, { action: 'countersign' })).toContain('要由另一位工作人员复核');
      });
    });
    expect((await step(second, id, { action: 'countersign' })).case.state).toBe('approved');
  });

  test('请村里核实的，村里不批钱，也不能自己送到外县', async () => {
    const id = await fileOne(resident);
    await step(officer, id, { action: 'transfer', level: 'village', county: '500242', text: '样例' });
    await step(village, id, { action: 'accept' });
    for (const action of [
      { action: 'approve', text: '样例' },
      { action: 'refuse', text: '样例', item: '（五）' },
    ])
      expect(await stepRefused(village, id, action)).toContain('这一项由区县决定');
    const away = { action: 'transfer', level: 'county', county: '500101', text: '样例' };
    expect(await stepRefused(village, id, away)).toContain('由区县来办');
    await step(village, id, { ...away, county: '500242' });
  });
});

describe('回避', () => {
  const OFF = { action: 'accept' };

  test('申请人写了名字的亲属，补材料时划掉也算', async () => {
    const relatives = (lines: string[]) => ({ has_relatives: true, relatives: lines });
    const answers = { labour_capacity: true, employed: false, wish: ['any'] };
    const id = await fileOne(resident, {
      service: 'public-post',
      answers: { ...answers, ...relatives(['样例·镇经办 在镇政府 表哥']) },
    });
    const clerk = await at.who('town-youyang');
    expect(await stepRefused(clerk, id, OFF)).toContain('说是亲属');
    const changed = { id, version: 1, event: randomUUID(), action: 'supplement' as const, files: [] };
    await resident.do('cases.act', { ...changed, answers: relatives(['样例别人 在县里 姑姑']) } as never);
    expect(await stepRefused(clerk, id, OFF)).toContain('说是亲属');
  });

  test('替人代办过的，不能再审；用别的账号交的，也是自己的事', async () => {
    const acting = await helping(resident, officer, 'apply');
    const id = await fileOne(acting);
    expect(await stepRefused(officer, id, OFF)).toContain('代办过');
    await step(second, id, OFF);
    const own = await fileOne(resident);
    await as('staff-youyang', 'cross-region', async () => {
      expect(await stepRefused(officer, own, OFF)).toContain('这是您自己的事');
      expect((await officer.do('desk.assign', { cases: [own], to: null })).assigned).toEqual([own]);
    });
  });

  test('没有登记证件号的工作人员，同名的人分不清是不是自己，也回避', async () => {
    const cipher = at.house.services.store.cipher;
    const id = accountOf('staff-youyang');
    const name = async (text: string) =>
      at.sql('update staff set name_enc = $1 where id = $2', [cipher.seal('staff.name', id, text), id]);
    const claim = await fileOne(resident);
    await name('样例 张跨区');
    expect(await stepRefused(officer, claim, OFF)).toContain('同名');
    await as('staff-youyang', 'exited', async () => {
      await step(officer, claim, OFF);
    });
    await name('样例干部');
  });

  test('撤回核对身份以后，家里人的事照样回避', async () => {
    const { db } = at.house.services.store;
    const bind = (personId: string | null) =>
      db
        .update(account)
        .set({ personId })
        .where(eq(account.id, accountOf('staff-youyang-2')));
    const [hidden] = await db
      .select()
      .from(account)
      .where(eq(account.id, accountOf('hidden')));
    const id = await fileOne(resident);
    await bind(hidden?.personId as string);
    expect(await stepRefused(second, id, OFF)).toContain('家里人');
    await second.do('consent.withdraw', { kind: 'identity' });
    expect(await stepRefused(second, id, OFF)).toContain('要回避');
    await at.sql('delete from staff_relation');
    await step(second, id, OFF);
  });

  test('回避的人只看得到移交要用的：说了什么、交了什么、台账，都看不到', async () => {
    const file = await upload(resident);
    const id = await fileOne(resident, { files: [{ file, evidence: 'work_proof' }] });
    expect((await officer.do('desk.show', { id })).case.papers.length).toBe(1);
    await officer.do('files.read', { id: file });
    await step(officer, id, { action: 'ask_supplement', text: '样例要求', evidence: [], until: inDays(9) });
    await as('staff-youyang', 'hidden', async () => {
      const seen = await officer.do('desk.show', { id });
      expect(seen.conflict).toContain('家里人');
      expect([seen.case.answers, seen.case.papers, seen.compared, seen.proposals, seen.others]).toEqual(
        Array(5).fill([]),
      );
      expect(JSON.stringify(seen)).not.toContain('样例要求');
      expect(seen.person).toMatchObject({ name: '样例**', id_tail: null, phone: null });
      expect((await officer.refused('files.read', { id: file })).name).toBe('NotFound');
    });
  });
});

test('分派：看不到、办不了这件事的人，分派不过去', async () => {
  const id = await fileOne(resident);
  const admin = await at.who('admin-youyang');
  const { assigned, refused } = await admin.do('desk.assign', {
    cases: [id],
    to: accountOf('village-youyang'),
  });
  expect([assigned, refused]).toEqual([[], [{ id, why: '这位工作人员不办这件事' }]]);
  expect((await admin.do('desk.assign', { cases: [id], to: accountOf('staff-youyang') })).assigned).toEqual([
    id,
  ]);
});

test('连接很少的服务器上，许多人同时办，也不会互相等死', async () => {
  const small = await openHouse(2);
  try {
    const claimant = await small.who('cross-region');
    const desk = await small.who('staff-youyang');
    const ids = await Promise.all(Array.from({ length: 6 }, () => fileOne(claimant)));
    const acts = ids.map((id) =>
      desk.do('desk.act', { id, version: 1, event: randomUUID(), action: 'accept' }),
    );
    expect((await Promise.all(acts)).map((one) => one.case.state)).toEqual(ids.map(() => 'accepted'));
    const twenty = Array.from({ length: 20 }, () =>
      small.entry.call(
        'desk.act',
        { id: ids[0], version: 2, event: randomUUID(), action: 'approve', text: '样例', fen: 100 },
        desk.as,
      ),
    );
    const done = (await Promise.all(twenty)).map((one) => (one.ok ? 'ok' : one.error.name));
    expect(done.sort()).toEqual([...Array(19).fill('CaseChanged'), 'ok']);
  } finally {
    await small.close();
  }
}, 60_000);
