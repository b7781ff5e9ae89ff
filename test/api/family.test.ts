/** What a resident sees and allows: facts, household, code, helpers, consents, looks, export, deletion. */
import { PEOPLE } from '@/cloud/demo/samples';
import { verifyAudit } from '@/cloud/store/audit';
import { type TestServices, testServices } from '../services';
import { type Entry, functionEntry, httpEntry } from './entries';
import { byPhone, Resident, sampleResident } from './resident';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe.each([
  ['HTTP', httpEntry],
  ['云函数', functionEntry],
])('我的情况和我的家：%s', (kind, open) => {
  let house: TestServices;
  let entry: Entry;
  let phones = 0;
  const newPhone = () => `137${kind === 'HTTP' ? '1' : '2'}${String(++phones).padStart(7, '0')}`;

  beforeAll(async () => {
    house = await testServices();
    entry = await open(house);
  }, 60_000);
  afterAll(async () => {
    await entry.close();
    await house.drop();
  });

  test('台账里的每一条都写明来自哪里、哪一天；没写的不是“否”', async () => {
    const resident = await sampleResident(entry, 'cross-region');
    const { register } = await resident.do('facts.mine');
    expect(register.find(({ fact }) => fact === 'fpzp')).toEqual({
      fact: 'fpzp',
      value: true,
      source: '样例农业农村部门',
      date: '2026-10-31',
    });
    expect(register.map(({ fact }) => fact)).not.toContain('continued');
    const blank = await sampleResident(entry, 'blank');
    const known = (await blank.do('facts.mine')).register.map(({ fact }) => fact).sort();
    expect(known).toEqual(['birth_date', 'home_county']);
  });

  test('能按任何一天问：纳入以前、退出以后', async () => {
    const resident = await sampleResident(entry, 'exited');
    const on = async (as_of: string) =>
      Object.fromEntries(
        (await resident.do('facts.mine', { as_of })).register.map(({ fact, value }) => [fact, value]),
      );
    expect(await on('2026-03-30')).toMatchObject({ fpzp: true, exit_completed: false });
    expect(await on('2026-03-31')).toMatchObject({ fpzp: true, exit_completed: true });
  });

  test('不同意就不读，同意撤回就停，说是缺哪一样同意', async () => {
    const resident = await sampleResident(entry, 'pension');
    const facts = async () => (await resident.do('facts.mine')).register.map(({ fact }) => fact);
    expect(await facts()).toEqual(expect.arrayContaining(['dibao', 'severe_disabled']));
    await resident.do('consent.withdraw', { kind: 'health' });
    const without = await resident.do('facts.mine');
    expect(without.withheld).toEqual(['health']);
    expect(without.register.map(({ fact }) => fact)).not.toContain('severe_disabled');
    await resident.do('consent.withdraw', { kind: 'register' });
    expect((await resident.do('facts.mine')).register).toEqual([]);
    expect(await resident.refused('code.issue')).toMatchObject({ name: 'ConsentNeeded' });
    expect((await resident.refused('consent.give', { kind: 'health', version: 99 })).name).toBe(
      'InvalidInput',
    );
    await resident.do('consent.give', { kind: 'register', version: 1 });
    await resident.do('consent.give', { kind: 'health', version: 1 });
    expect(await facts()).toEqual(expect.arrayContaining(['dibao', 'severe_disabled']));
    expect(await resident.do('consent.list')).toHaveLength(6);
  });

  test('这不对：两个说法都留着，工作人员看得到', async () => {
    const resident = await sampleResident(entry, 'continued');
    await resident.do('facts.dispute', { fact: 'employed', said: true, note: '样例：上个月开始上班' });
    expect((await resident.do('facts.mine')).disputed).toEqual([
      expect.objectContaining({ fact: 'employed', register: false, said: true, answered: false }),
    ]);
    expect((await resident.refused('facts.dispute', { fact: 'employed', said: '是' })).fields).toHaveLength(
      1,
    );
    const worker = await sampleResident(entry, 'staff-youyang');
    const shown = (await worker.do('requests.list')).find(({ kind: one }) => one === 'correction');
    expect(shown?.lines).toEqual(expect.arrayContaining(['登记的是：否', '本人说是：是']));
    const looks = await resident.do('privacy.looks');
    expect(looks[0]).toMatchObject({ who: 'staff', office: '样例板溪镇便民服务站' });
  });

  test('自己的回答，同意了才存；撤回就删', async () => {
    const resident = await byPhone(entry, newPhone());
    const facts = { starting_business: true };
    expect((await resident.refused('facts.save', { facts })).name).toBe('ConsentNeeded');
    await resident.do('consent.give', { kind: 'saved_answers', version: 1 });
    await resident.do('facts.save', { facts });
    expect((await resident.do('facts.saved')).facts).toEqual(facts);
    await resident.do('consent.withdraw', { kind: 'saved_answers' });
    expect((await resident.do('facts.saved')).facts).toEqual({});
  });

  describe('一家人', () => {
    test('孩子由监护人看；别的大人看不到孩子', async () => {
      const parent = await sampleResident(entry, 'parent');
      const members = await parent.do('household.mine');
      expect(members.map(({ name, details }) => [name, details])).toEqual([
        ['样例周家长', 'open'],
        ['样例周奶奶', 'open'],
        ['样例周学生', 'open'],
      ]);
      const child = members.find(({ minor }) => minor)?.id ?? '';
      const facts = await parent.do('facts.mine', { member: child });
      expect(facts.register).toContainEqual(
        expect.objectContaining({ fact: 'vocational_student', value: true }),
      );
      await parent.do('consent.withdraw', { kind: 'minors' });
      expect((await parent.refused('facts.mine', { member: child })).name).toBe('ConsentNeeded');
      await parent.do('consent.give', { kind: 'minors', version: 1 });
      const code = await parent.do('code.issue', { member: child });
      expect(code.target).toBe(true);
    });

    test('大人能对家里隐藏；健康的情况家人从来看不到；看了会留下记录', async () => {
      const self = await sampleResident(entry, 'cross-region');
      const spouse = await sampleResident(entry, 'hidden');
      const id = async (who: Resident, name: string) =>
        (await who.do('household.mine')).find((one) => one.name === name)?.id ?? '';
      const her = await id(self, '样例郑不公开');
      expect((await self.refused('facts.mine', { member: her })).name).toBe('NotAllowed');
      await spouse.do('household.hide', { hidden: false });
      const seen = await self.do('facts.mine', { member: her });
      expect(seen.register.map(({ fact }) => fact)).toContain('fpzp');
      expect(seen.register.map(({ fact }) => fact)).not.toContain('ill_or_carer_at_home');
      expect((await spouse.do('privacy.looks'))[0]).toMatchObject({ who: 'household' });
      await spouse.do('household.hide', { hidden: true });
    });
  });

  describe('帮扶码', () => {
    test('里面没有姓名和号码；核验是真的；停用以后就不是了', async () => {
      const resident = await sampleResident(entry, 'cross-region');
      const { token, name } = await resident.do('code.issue');
      expect(name).toBe('样例**');
      const inside = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
      expect(Object.keys(JSON.parse(inside)).sort()).toEqual(['c', 'e', 'i', 'r', 't']);

      const stranger = new Resident(entry, {});
      expect(await stranger.do('code.verify', { token })).toMatchObject({
        result: 'genuine',
        fresh: true,
        target: true,
        county: '500242',
        name: null,
      });
      await resident.do('code.show_name', { shown: true });
      expect((await stranger.do('code.verify', { token })).name).toBe('样例**');
      await resident.do('code.show_name', { shown: false });
      const worker = await sampleResident(entry, 'staff-youyang');
      expect((await worker.do('code.verify', { token })).name).toBe('样例**');
      const away = await sampleResident(entry, 'staff-yongxiu');
      expect((await away.do('code.verify', { token })).name).toBeNull();

      const other = await sampleResident(entry, 'cross-region');
      await resident.do('code.revoke', { lost_phone: true });
      expect(await stranger.do('code.verify', { token })).toMatchObject({ result: 'revoked', target: null });
      expect((await other.refused('session.me')).name).toBe('SessionEnded');
      const fresh = await resident.do('code.issue');
      expect(await stranger.do('code.verify', { token: fresh.token })).toMatchObject({ result: 'genuine' });
    });

    test('改一个字就是假的；不是帮扶对象的码说不是', async () => {
      const resident = await sampleResident(entry, 'lifted-only');
      const { token, target } = await resident.do('code.issue');
      expect(target).toBe(false);
      const stranger = new Resident(entry, {});
      expect(await stranger.do('code.verify', { token })).toMatchObject({ result: 'genuine', target: false });
      const [head, body, tail] = token.split('.') as [string, string, string];
      const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
      const forged = Buffer.from(JSON.stringify({ ...claims, t: 1 })).toString('base64url');
      for (const bad of [`${head}.${forged}.${tail}`, 'https://example.com', token.slice(0, -4)])
        expect(await stranger.do('code.verify', { token: bad })).toMatchObject({
          result: 'tampered',
          target: null,
        });
    });
  });

  describe('代办', () => {
    test('出示授权码：只能办允许的，都有记录，随时能收回', async () => {
      const holder = await sampleResident(entry, 'pension');
      const helper = await sampleResident(entry, 'staff-youyang');
      const { code, id } = await holder.do('mandate.offer', {
        services: ['benefits'],
        until: inDays(30),
        label: '样例外甥',
      });
      expect(code).toMatch(/^\d{8}$/);
      const own = await holder.refused('mandate.accept', { code });
      expect(own.fields).toHaveLength(1);
      const again = await holder.do('mandate.offer', {
        services: ['benefits'],
        until: inDays(30),
        label: '样例外甥',
      });
      expect((await helper.refused('mandate.accept', { code })).name).toBe('WrongCode');
      const mandate = await helper.do('mandate.accept', {
        code: ` ${again.code.slice(0, 4)} ${again.code.slice(4)}`,
      });
      expect(mandate).toMatchObject({
        side: 'helper',
        other: '样例**',
        state: 'active',
        services: ['benefits'],
      });

      const acting = helper.actingFor(mandate.id);
      expect(await acting.do('session.me')).toMatchObject({
        name: '样例**',
        bound: true,
        staff: null,
        phone: null,
      });
      await acting.do('facts.mine');
      for (const path of [
        'code.issue',
        'privacy.export',
        'consent.list',
        'facts.save',
        'mandate.list',
      ] as const)
        expect((await acting.refused(path, path === 'facts.save' ? { facts: {} } : {})).name).toBe(
          'NotAllowed',
        );
      expect((await acting.refused('requests.list')).name).toBe('NotAllowed');

      expect(await holder.do('mandate.trail', { id: mandate.id })).toEqual([
        expect.objectContaining({ who: 'helper' }),
      ]);
      await holder.do('mandate.end', { id: mandate.id });
      expect((await acting.refused('facts.mine')).name).toBe('MandateEnded');
      expect((await holder.do('mandate.list')).find((one) => one.id === id)?.state).toBe('ended');
    });

    test('短信确认：对方读出验证码才算；有没有这个人答的一样', async () => {
      const phone = newPhone();
      const holder = await boundByStaff(phone, '样例周奶奶');
      const helper = await byPhone(entry, newPhone());
      const given = {
        services: ['benefits', 'code'] as ('benefits' | 'code')[],
        until: inDays(7),
        label: '样例奶奶',
      };
      const { id, demo_code } = await helper.do('mandate.ask', { ...given, phone });
      const nobody = await helper.do('mandate.ask', { ...given, phone: newPhone() });
      expect(Object.keys(nobody)).toEqual(Object.keys({ id, demo_code }));
      const wrong = demo_code === '000000' ? '111111' : '000000';
      expect((await helper.refused('mandate.confirm', { id, code: wrong })).name).toBe('WrongCode');
      expect(await holder.do('mandate.list')).toEqual([]);
      const confirmed = await helper.do('mandate.confirm', { id, code: demo_code ?? '' });
      expect(confirmed).toMatchObject({ state: 'active', other: '样例**' });
      const acting = helper.actingFor(id);
      await acting.do('code.issue');
      expect(await holder.do('mandate.list')).toEqual([expect.objectContaining({ id, side: 'holder' })]);
      const late = await helper.refused('mandate.ask', { ...given, phone, until: inDays(400) });
      expect(late.fields?.[0]?.path).toBe('until');
    });

    async function boundByStaff(phone: string, name: string): Promise<Resident> {
      const resident = await byPhone(entry, phone);
      await resident.do('consent.give', { kind: 'identity', version: 1 });
      await resident.do('consent.give', { kind: 'register', version: 1 });
      const person = PEOPLE.find((one) => one.name === name);
      const { sampleNumber } = await import('@/cloud/demo/seed');
      await resident.do('identity.bind', {
        name,
        id_number: sampleNumber(person as (typeof PEOPLE)[number]),
      });
      const { confirm } = await resident.do('identity.status');
      const worker = await sampleResident(entry, 'staff-youyang');
      await worker.do('identity.confirm', { confirm: confirm?.text ?? '' });
      return resident;
    }
  });

  test('投诉平台：不登录也行', async () => {
    const { number } = await new Resident(entry, {}).do('privacy.complain', {
      county: '500242',
      text: '样例：字太小',
      contact: '样例电话',
    });
    expect(number).toMatch(/^[0-9A-F]{8}$/);
    const worker = await sampleResident(entry, 'staff-youyang');
    expect((await worker.do('requests.list')).some(({ lines }) => lines.includes('样例：字太小'))).toBe(true);
    expect(
      (await new Resident(entry, {}).refused('privacy.complain', { county: '999999', text: 'x' })).name,
    ).toBe('RegionWithoutPack');
  });

  test('导出我的全部信息；注销以后什么都进不去，码也没用了', async () => {
    const resident = await sampleResident(entry, 'yongxiu-post');
    const { token } = await resident.do('code.issue');
    const { sections } = await resident.do('privacy.export');
    expect(JSON.stringify(sections)).toContain('样例冯公岗');
    expect(sections.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['帮扶台账里的登记', '同意过的事项']),
    );
    const { kept } = await resident.do('privacy.delete_account', { sure: true });
    expect(kept.join()).toContain('台账');
    expect((await resident.refused('session.me')).name).toBe('SessionEnded');
    expect((await new Resident(entry, {}).do('code.verify', { token })).result).toBe('revoked');
  });

  test('看过的记录连成一条链，没有断', async () => {
    const { rows, broken } = await verifyAudit(house.services.store);
    expect(broken).toBeNull();
    expect(rows).toBeGreaterThan(5);
  });
});
