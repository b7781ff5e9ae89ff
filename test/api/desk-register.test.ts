/** Beside which case the register stands, and for whom: another county, a withdrawn consent, an account that is gone. */
import { eq } from 'drizzle-orm';
import { account } from '@/cloud/store/schema';
import { fileOne, findWork, type House, inDays, openHouse, step, stepRefused } from './attacks';
import { accountOf, byPhone, type Resident } from './resident';

let at: House;
let resident: Resident;
let officer: Resident;
beforeAll(async () => {
  at = await openHouse();
  resident = await at.who('cross-region');
  officer = await at.who('staff-youyang');
}, 60_000);
afterAll(() => at.close());

describe('谁看得到台账', () => {
  const registered = async (who: Resident, id: string) => {
    const { compared, person } = await who.do('desk.show', { id });
    return [compared.filter(({ register }) => register !== null).length > 0, person?.name];
  };
  test('移送到外县：那边看不到本县的台账；本人知道给了谁；乡镇不跟着走', async () => {
    const answers = await findWork(resident);
    const id = await fileOne(resident, { service: 'find-work', answers });
    expect(await registered(officer, id)).toEqual([true, '样例张跨区']);
    const elsewhere = await at.who('staff-yongxiu');
    expect((await elsewhere.refused('desk.show', { id })).name).toBe('NotFound');
    await step(officer, id, { action: 'transfer', level: 'county', county: '360425', text: '样例' });
    expect((await officer.refused('desk.show', { id })).name).toBe('NotFound');
    expect(await registered(elsewhere, id)).toEqual([false, '样例张跨区']);
    const { timeline } = await resident.do('cases.show', { id });
    expect(timeline.at(-1)?.text).toBe('转给永修县办理');
    const looks = await resident.do('privacy.looks');
    expect(looks.some(({ purpose }) => purpose === '移送给永修县：“找活干”')).toBe(true);
    const down = { action: 'transfer', level: 'town', county: '360425', text: '样例' };
    expect(await stepRefused(elsewhere, id, down)).toContain('不知道是哪个乡镇');
    await step(elsewhere, id, { ...down, level: 'county', county: '500242' });
    await step(officer, id, { ...down, county: '500242' });
    expect(await at.sql('select town from service_case where id = $1', [id])).toEqual([
      { town: '样例板溪镇' },
    ]);
  });

  test('撤回同意、账号换了人、账号删了：台账收起来，事情照办', async () => {
    const answers = await findWork(await at.who('continued'));
    const { db } = at.house.services.store;
    const own = await at.who('continued');
    const id = await fileOne(own, { service: 'find-work', answers });
    const rebind = (personId: string | null) =>
      db
        .update(account)
        .set({ personId })
        .where(eq(account.id, accountOf('continued')));
    const [row] = await db
      .select()
      .from(account)
      .where(eq(account.id, accountOf('continued')));
    expect(await registered(officer, id)).toEqual([true, '样例陈继续']);
    // the consents of an account speak of the person it is matched with now
    await rebind(
      (
        await db
          .select()
          .from(account)
          .where(eq(account.id, accountOf('pension')))
      )[0]?.personId ?? null,
    );
    expect(await registered(officer, id)).toEqual([false, '样例陈继续']);
    await rebind(row?.personId ?? null);
    await own.do('consent.withdraw', { kind: 'register' });
    const { proposals } = await officer.do('desk.show', { id });
    expect(proposals[0]?.decision.missing).toContain('continued');
    await own.do('privacy.delete_account', { sure: true });
    expect(await registered(officer, id)).toEqual([false, '样例陈继续']);
    await step(officer, id, { action: 'accept' });
    await officer.do('desk.assign', { cases: [id], to: null });
    expect((await step(officer, id, { action: 'approve', text: '样例' })).case.state).toBe('done');
  });

  test('没核对过身份、账号又删了的：不能再要求补材料', async () => {
    const stranger = await byPhone(at.entry, '13600009001');
    const answers = await findWork(stranger);
    const id = await fileOne(stranger, { service: 'find-work', answers, county: '500242' });
    await stranger.do('privacy.delete_account', { sure: true });
    const asked = { action: 'ask_supplement', text: '样例', evidence: [], until: inDays(9) };
    expect(await stepRefused(officer, id, asked)).toContain('没有人可以通知');
    await step(officer, id, { action: 'accept' });
  });
});
