/** Signing in, and becoming somebody of the register: two proofs, and no word before the second. */
import { eq } from 'drizzle-orm';
import { idHash, memberById, personByNumber, ROW_PLACE } from '@/cloud/store/people';
import { account, personVersion } from '@/cloud/store/schema';
import { packVersion } from '@/domain/register';
import { type TestServices, testServices } from '../services';
import { type Entry, functionEntry, httpEntry } from './entries';
import { byPhone, numberOf, Resident, sampleResident, unknownNumber } from './resident';

describe.each([
  ['HTTP', httpEntry],
  ['云函数', functionEntry],
])('登录和核对身份：%s', (kind, open) => {
  let house: TestServices;
  let entry: Entry;
  let phones = 0;
  // the two entries run side by side; each has its own numbers
  const newPhone = () => `139${kind === 'HTTP' ? '1' : '2'}${String(++phones).padStart(7, '0')}`;

  beforeAll(async () => {
    house = await testServices();
    entry = await open(house);
  }, 60_000);
  afterAll(async () => {
    await entry.close();
    await house.drop();
  });

  const agree = (resident: Resident) => resident.do('consent.give', { kind: 'identity', version: 1 });

  test('短信验证码登录；同一个号码是同一个人', async () => {
    const phone = newPhone();
    const first = await byPhone(entry, phone);
    expect(await first.do('session.me')).toMatchObject({
      bound: false,
      name: null,
      phone: expect.stringMatching(/^139\*+/),
    });
    const again = new Resident(entry, {});
    expect(await again.refused('session.send_code', { phone })).toMatchObject({
      name: 'TooManyTries',
      retryAfter: expect.any(Number),
    });
  });

  test('验证码错了、用过了都不行；号码写错了说哪里不对', async () => {
    const stranger = new Resident(entry, {});
    const phone = newPhone();
    const { demo_code: code } = await stranger.do('session.send_code', { phone });
    const wrong = code === '111111' ? '222222' : '111111';
    expect((await stranger.refused('session.phone', { phone, code: wrong })).name).toBe('WrongCode');
    await stranger.do('session.phone', { phone, code: code as string });
    expect((await stranger.refused('session.phone', { phone, code })).name).toBe('WrongCode');
    const short = await stranger.refused('session.send_code', { phone: '1391234567' });
    expect(short.fields).toEqual([{ path: 'phone', message: expect.stringContaining('11位') }]);
  });

  test('五次错的以后，对的也不行', async () => {
    const stranger = new Resident(entry, {});
    const phone = newPhone();
    const { demo_code: code } = await stranger.do('session.send_code', { phone });
    const wrong = code === '111111' ? '222222' : '111111';
    for (let tries = 0; tries < 5; tries++) await stranger.refused('session.phone', { phone, code: wrong });
    expect((await stranger.refused('session.phone', { phone, code })).name).toBe('WrongCode');
  });

  test('处处退出', async () => {
    const phone = newPhone();
    const here = await byPhone(entry, phone);
    expect(await here.do('session.list')).toEqual([
      expect.objectContaining({ device: '样例手机', current: true }),
    ]);
    await here.do('session.end', { session: 'everywhere' });
    expect((await here.refused('session.me')).name).toBe('SessionEnded');
    // what everybody may see stays
    await here.do('policy.regions');
  });

  test('要先同意；号码写错了说是哪几位；不满14岁由监护人看', async () => {
    const resident = await byPhone(entry, newPhone());
    const given = { name: '样例张三', id_number: '500242199002310012' };
    expect((await resident.refused('identity.bind', given)).name).toBe('ConsentNeeded');
    await agree(resident);
    const impossible = await resident.refused('identity.bind', given);
    expect(impossible.fields?.[0]?.message).toContain('1990-02-31');
    const child = await resident.refused('identity.bind', { name: '样例', id_number: '500242201901019990' });
    expect(child.fields?.[0]?.path).toBe('id_number');
  });

  test('台账里有没有这个人，答的一模一样', async () => {
    const shape = async (name: string, id_number: string) => {
      const resident = await byPhone(entry, newPhone());
      await agree(resident);
      const answer = await resident.do('identity.bind', { name, id_number });
      const { state, confirm } = answer;
      return {
        state,
        text: confirm?.text.replace(/:.*/, ':…'),
        keys: Object.keys(answer),
        length: confirm?.text.length,
      };
    };
    const nobody = await shape('样例某某', unknownNumber());
    expect(await shape('样例陈继续', numberOf('样例陈继续'))).toEqual(nobody);
    expect(await shape('别的名字', numberOf('样例陈继续'))).toEqual(nobody);
    expect(nobody.state).toBe('waiting');
  });

  test('一天五次，然后歇着', async () => {
    const resident = await byPhone(entry, newPhone());
    await agree(resident);
    const given = { name: '样例某某', id_number: unknownNumber() };
    for (let tries = 0; tries < 5; tries++) await resident.do('identity.bind', given);
    expect(await resident.refused('identity.bind', given)).toMatchObject({
      name: 'TooManyTries',
      retryAfter: expect.any(Number),
    });
  });

  test('登录的手机就是台账的手机：马上对上', async () => {
    const phone = newPhone();
    await registerPhone(house, '样例吴空白', phone);
    const resident = await byPhone(entry, phone);
    await agree(resident);
    const bound = await resident.do('identity.bind', {
      name: '样例 吴空白',
      id_number: numberOf('样例吴空白'),
    });
    expect(bound).toEqual({ state: 'bound', confirm: null });
    expect(await resident.do('session.me')).toMatchObject({ bound: true, county: '500242' });
    expect((await resident.refused('identity.bind', { name: 'x', id_number: 'x' })).name).toBe(
      'AlreadyBound',
    );
    expect(await resident.do('privacy.looks')).toEqual([
      expect.objectContaining({ who: 'system', purpose: expect.stringContaining('手机号') }),
    ]);
  });

  test('村干部当面扫码确认；外县的不行，自己给自己也不行', async () => {
    const resident = await byPhone(entry, newPhone());
    await agree(resident);
    await resident.do('identity.bind', { name: '样例王脱贫', id_number: numberOf('样例王脱贫') });
    const { confirm } = await resident.do('identity.status');
    const code = { confirm: confirm?.text ?? '' };
    expect((await resident.refused('identity.confirm', code)).name).toBe('NotAllowed');

    const away = await sampleResident(entry, 'staff-yongxiu');
    expect(await away.do('identity.claim', code)).toMatchObject({ registered: false });
    expect((await away.refused('identity.confirm', code)).name).toBe('CannotConfirm');

    const worker = await sampleResident(entry, 'staff-youyang');
    expect(await worker.do('identity.claim', code)).toEqual({
      name: '样例王脱贫',
      id_tail: numberOf('样例王脱贫').slice(-4),
      registered: true,
    });
    await worker.do('identity.confirm', code);
    expect((await worker.refused('identity.confirm', code)).name).toBe('NothingToConfirm');
    expect(await resident.do('identity.status')).toEqual({ state: 'bound', confirm: null });
    const looks = await resident.do('privacy.looks');
    expect(looks.map(({ office }) => office)).toContain('样例板溪镇便民服务站');
  });

  test('不在台账：请工作人员核实，答复了就对上；别县的看不到', async () => {
    const resident = await byPhone(entry, newPhone());
    await agree(resident);
    await resident.do('identity.bind', { name: '样例李已退', id_number: numberOf('样例李已退') });
    await resident.do('identity.request_verification', { county: '500242', note: '样例说明' });
    const away = await sampleResident(entry, 'staff-yongxiu');
    expect(await away.do('requests.list')).toEqual([]);
    const worker = await sampleResident(entry, 'staff-youyang');
    const [open] = await worker.do('requests.list');
    expect(open?.lines).toEqual(expect.arrayContaining(['姓名：样例李已退', '说明：样例说明']));
    const answer = { id: open?.id ?? '', outcome: 'done' as const, answer: '样例：核对过了' };
    expect((await away.refused('requests.answer', answer)).name).toBe('NotFound');
    await worker.do('requests.answer', answer);
    expect(await resident.do('session.me')).toMatchObject({ bound: true });
    expect(await resident.do('requests.mine')).toEqual([
      expect.objectContaining({ kind: 'verification', outcome: 'done', answer: '样例：核对过了' }),
    ]);
  });

  test('撤回同意，连接马上断开', async () => {
    const resident = await sampleResident(entry, 'continued');
    await resident.do('facts.mine');
    await resident.do('consent.withdraw', { kind: 'identity' });
    expect((await resident.refused('facts.mine')).name).toBe('NotBound');
  });
});

/** The register says that this phone is the person's. */
async function registerPhone({ services }: TestServices, name: string, phone: string): Promise<void> {
  const { store } = services;
  const found = await personByNumber(store, numberOf(name));
  const member = found && (await memberById(store, found.id));
  if (!member) throw new Error(`no ${name}`);
  expect(idHash(store.cipher, numberOf(name))).toHaveLength(16);
  const [version] = await store.db.select().from(personVersion).where(eq(personVersion.personId, member.id));
  if (!version) throw new Error('no version');
  const rowEnc = store.cipher.seal(ROW_PLACE, version.id, packVersion({ ...member.row, phone }, []));
  await store.db.update(personVersion).set({ rowEnc }).where(eq(personVersion.id, version.id));
  await store.db.update(account).set({ personId: null }).where(eq(account.personId, member.id));
}
