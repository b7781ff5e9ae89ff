/** Who works at the desk: given and ended by the county's administrator, and from the command line. */
import { eq } from 'drizzle-orm';
import { seedSamples } from '@/cloud/demo/seed';
import { account, staff } from '@/cloud/store/schema';
import type { InputOf } from '@/contract/api';
import { type TestServices, testServices } from '../services';
import { commandLine } from './command-line';
import { type Entry, functionEntry, httpEntry } from './entries';
import { accountOf, byPhone, numberOf, type Resident, sampleResident } from './resident';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const TOWN = '样例板溪镇';

describe.each([
  ['HTTP', httpEntry],
  ['云函数', functionEntry],
])('谁在窗口办事：%s', (kind, open) => {
  let house: TestServices;
  let entry: Entry;
  let admin: Resident;
  let phones = 0;
  const newPhone = () => `136${kind === 'HTTP' ? '1' : '2'}${String(++phones).padStart(7, '0')}`;

  beforeAll(async () => {
    house = await testServices();
    entry = await open(house);
    admin = await sampleResident(entry, 'admin-youyang');
  }, 60_000);
  afterAll(async () => {
    await entry.close();
    await house.drop();
  });

  const asked = (over: Partial<InputOf<'staff.give'>> = {}): InputOf<'staff.give'> => ({
    phone: newPhone(),
    name: '样例新人',
    office: '样例板溪镇人民政府',
    role: 'town',
    town: TOWN,
    until: inDays(100),
    ...over,
  });
  const inList = async (phone: string) => (await admin.do('staff.list')).find((one) => one.phone === phone);
  const fieldsOf = async (over: Partial<InputOf<'staff.give'>>) => {
    const { name, fields = [] } = await admin.refused('staff.give', asked(over));
    return [name, ...fields.map(({ path: at }) => at)];
  };

  test('给了权限，用这个手机号登录就是工作人员；收回马上失效，名单上留着', async () => {
    const given = asked();
    const worker = await byPhone(entry, given.phone);
    expect((await worker.do('session.me')).staff).toBeNull();
    await admin.do('staff.give', given);
    expect((await worker.do('session.me')).staff).toEqual({
      county: '500242',
      office: given.office,
      until: given.until,
      role: 'town',
      town: TOWN,
      village: null,
      name: given.name,
    });
    const line = await inList(given.phone);
    expect(line).toMatchObject({ name: given.name, role: 'town', ended: false, self: false });
    await admin.do('staff.end', { id: line?.id ?? '' });
    expect((await worker.do('session.me')).staff).toBeNull();
    expect((await worker.refused('requests.list')).name).toBe('NotAllowed');
    expect(await inList(given.phone)).toMatchObject({ ended: true });
    // it is no error to end what has ended, and it can be given again
    await admin.do('staff.end', { id: line?.id ?? '' });
    await admin.do('staff.give', { ...given, role: 'county', town: undefined });
    expect((await worker.do('session.me')).staff).toMatchObject({ role: 'county', town: null });
    const looks = (await worker.do('privacy.looks')).map(({ office, purpose }) => `${office}：${purpose}`);
    expect(looks).toEqual([
      `样例酉阳县人社局：给您工作权限：区县经办，${given.office}，到${given.until}`,
      '样例酉阳县人社局：收回了您的工作权限',
      `样例酉阳县人社局：给您工作权限：乡镇经办，${given.office}，到${given.until}`,
    ]);
  });

  test('还没有登录过的人也能先给', async () => {
    const given = asked({ role: 'village', village: '样例 村' });
    await admin.do('staff.give', given);
    const worker = await byPhone(entry, given.phone);
    // as the register writes it, whatever was typed
    expect((await worker.do('session.me')).staff).toMatchObject({ role: 'village', village: '样例村' });
  });

  test('填错了说是哪一格', async () => {
    expect(await fieldsOf({ role: 'village' })).toEqual(['InvalidInput', 'village']);
    expect(await fieldsOf({ town: undefined })).toEqual(['InvalidInput', 'town']);
    expect(await fieldsOf({ town: '样例没有的镇' })).toEqual(['InvalidInput', 'town']);
    expect(await fieldsOf({ role: 'village', village: '样例没有的村' })).toEqual(['InvalidInput', 'village']);
    expect(await fieldsOf({ until: inDays(400) })).toEqual(['InvalidInput', 'until']);
    expect(await fieldsOf({ until: inDays(-2) })).toEqual(['InvalidInput', 'until']);
    const county = { role: 'county', town: undefined } as const;
    expect(await fieldsOf({ ...county, services: ['yx-transport-claim'] })).toEqual([
      'InvalidInput',
      'services',
    ]);
    expect(await fieldsOf({ office: '样\u0000例' })).toEqual(['InvalidInput', 'office']);
    expect(await fieldsOf({ phone: '12345' })).toEqual(['InvalidInput', 'phone']);
    expect(await fieldsOf({ id_number: '500242198804120000' })).toEqual(['InvalidInput', 'id_number']);
    expect(await fieldsOf({ id_number: numberOf('样例张跨区') })).toEqual(['InvalidInput', 'id_number']);
  });

  test('证件号核对上了，就知道是台账里的谁；本人看得到有人核对过', async () => {
    const given = asked({ name: '样例李已退', id_number: numberOf('样例李已退') });
    await admin.do('staff.give', given);
    const { id } = (await inList(given.phone)) ?? { id: '' };
    const { db } = house.services.store;
    const [bound] = await db
      .select()
      .from(account)
      .where(eq(account.id, accountOf('exited')));
    const personOf = async () => (await db.select().from(staff).where(eq(staff.id, id)))[0]?.personId;
    expect(await personOf()).toBe(bound?.personId);
    const person = await sampleResident(entry, 'exited');
    expect((await person.do('privacy.looks'))[0]?.purpose).toBe('登记工作人员时核对了姓名和证件号');
    // said again without the number it stays; somebody else on the same phone is not this person
    await admin.do('staff.give', { ...given, id_number: undefined });
    expect(await personOf()).toBe(bound?.personId);
    await admin.do('staff.give', { ...given, name: '样例别人', id_number: undefined });
    expect(await personOf()).toBeNull();
  });

  test('只有本县的管理员能给、能收、能看；自己的谁也改不了', async () => {
    for (const sample of ['village-youyang', 'town-youyang', 'staff-youyang']) {
      const officer = await sampleResident(entry, sample);
      expect((await officer.refused('staff.list')).name).toBe('NotAllowed');
      expect((await officer.refused('staff.give', asked())).name).toBe('NotAllowed');
      expect((await officer.refused('staff.end', { id: accountOf('town-youyang') })).name).toBe('NotAllowed');
    }
    const own = (await admin.do('staff.list')).find(({ self }) => self);
    expect(own?.role).toBe('admin');
    expect((await admin.refused('staff.end', { id: own?.id })).name).toBe('NotAllowed');
    expect((await admin.refused('staff.end', { id: accountOf('staff-yongxiu') })).name).toBe('NotFound');
    expect((await admin.do('staff.list')).map(({ id }) => id)).not.toContain(accountOf('staff-yongxiu'));
    const other = await sampleResident(entry, 'admin-yongxiu');
    const given = asked();
    await admin.do('staff.give', given);
    expect(
      (await other.refused('staff.give', { ...given, town: '样例涂埠镇' })).fields?.map(({ path: at }) => at),
    ).toEqual(['phone']);
  });

  test('管理员不能给自己：手机号登录的也一样', async () => {
    const given = asked({ role: 'admin', town: undefined });
    await admin.do('staff.give', given);
    const second = await byPhone(entry, given.phone);
    expect((await second.refused('staff.give', { ...given, until: inDays(200) })).name).toBe('NotAllowed');
  });
});

describe('以前的演示数据库', () => {
  test('补上新的样例人员，原来的有了身份和名字；收回过的不会自己回来', async () => {
    const house = await testServices();
    const { store } = house.services;
    const roleOf = async (sample: string) =>
      (
        await store.db
          .select()
          .from(staff)
          .where(eq(staff.id, accountOf(sample)))
      )[0];
    await store.db.delete(account).where(eq(account.id, accountOf('admin-youyang')));
    await store.db.delete(staff).where(eq(staff.id, accountOf('admin-youyang')));
    await store.db
      .update(staff)
      .set({ nameEnc: null, role: 'admin' })
      .where(eq(staff.id, accountOf('staff-youyang')));
    await store.db
      .update(staff)
      .set({ until: '2026-01-01' })
      .where(eq(staff.id, accountOf('town-youyang')));
    await seedSamples(store, new Date());
    expect(await roleOf('admin-youyang')).toMatchObject({ role: 'admin', county: '500242' });
    expect(await roleOf('staff-youyang')).toMatchObject({ role: 'county', nameEnc: expect.any(Buffer) });
    expect(await roleOf('town-youyang')).toMatchObject({ until: '2026-01-01' });
    await house.drop();
  });
});

describe('命令行', () => {
  let house: TestServices;
  beforeAll(async () => {
    house = await testServices();
  });
  afterAll(() => house.drop());

  const run = commandLine('staff', () => house);

  test('第一个管理员从这里来；写错的说清楚；收回留着记录', async () => {
    const common = ['--phone', '13600000001', '--county', '500242', '--office', '样例单位'];
    const until = ['--until', inDays(30)];
    expect(await run('add', ...common, ...until, '--role', 'boss')).toMatchObject({ code: 1 });
    expect(await run('add', ...common, ...until, '--role', 'village', '--town', TOWN)).toEqual({
      code: 1,
      said: expect.stringContaining('--village：请写是哪个村'),
    });
    expect(await run('add', ...common, '--until', inDays(800))).toMatchObject({ code: 1 });
    expect(await run('add', ...common, ...until, '--services', 'made-up')).toMatchObject({ code: 1 });
    const elsewhere = await run('add', ...common, ...until, '--role', 'town', '--town', '样例没有的镇');
    expect(elsewhere).toEqual({ code: 0, said: expect.stringContaining('台账里没有样例没有的镇的人') });
    await run('add', ...common, ...until, '--role', 'admin', '--name', '样例主任');
    const [row] = await house.services.store.db.select().from(staff).where(eq(staff.office, '样例单位'));
    expect(row).toMatchObject({ role: 'admin', town: null, county: '500242', givenBy: null });
    expect((await run('list', '--county', '500242')).said).toContain('管理员  样例单位  136****0001');
    expect(await run('remove', '--phone', '13600000001')).toMatchObject({ code: 0 });
    expect(await run('remove', '--phone', '13600000001')).toMatchObject({ code: 1 });
    expect((await run('list')).said).toContain('已结束');
  }, 60_000);
});
