/** What somebody tries who wants more than they were allowed: with a mandate, after a withdrawal, after the end. */
import { SmsError } from '@/cloud/adapters/sms';
import { type LookEntry, recordLooks } from '@/cloud/store/audit';
import { contract } from '@/contract/api';
import type { Access } from '@/contract/base';
import type { MandateService } from '@/domain/mandate/services';
import { type TestServices, testServices } from '../services';
import { type Entry, httpEntry } from './entries';
import { byPhone, numberOf, Resident, sampleResident, unknownNumber } from './resident';

let house: TestServices;
let entry: Entry;
let phones = 0;
const newPhone = () => `1360000${String(++phones).padStart(4, '0')}`;
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  house = await testServices();
  entry = await httpEntry(house);
}, 60_000);
afterAll(async () => {
  await entry.close();
  await house.drop();
});

// everybody here calls from one address
beforeEach(() => house.services.limits.clear('sms_caller', '127.0.0.1'));

/** A stranger with a phone, whom the holder lets help. */
async function helperOf(holder: Resident, ...services: MandateService[]) {
  const helper = await byPhone(entry, newPhone());
  const { code } = await holder.do('mandate.offer', { services, until: tomorrow(), label: '样例外甥' });
  const { id } = await helper.do('mandate.accept', { code });
  return { id, helper, acting: helper.actingFor(id) };
}

const lines = async (who: Resident) => (await who.do('requests.mine')).flatMap((one) => one.lines).join();

describe('代办', () => {
  test('只能提更正的人，看不到台账登记的是什么；投诉谁也不给看', async () => {
    const holder = await sampleResident(entry, 'pension');
    await holder.do('privacy.complain', { county: '500242', text: '样例：投诉代办人' });
    const { acting } = await helperOf(holder, 'requests');
    await acting.do('facts.dispute', { fact: 'severe_disabled', said: null });
    expect(await lines(acting)).toContain('要更正的：');
    expect(await lines(acting)).not.toContain('登记的是');
    expect(await lines(acting)).not.toContain('样例：投诉代办人');
    expect(await lines(holder)).toContain('登记的是：是');
    expect(await lines(holder)).toContain('样例：投诉代办人');
  });

  test('代办人做的每一件事，本人看到的是中文', async () => {
    const acts = Object.values(contract).flatMap((area) =>
      Object.values(area).map((one) => one['~orpc'].meta as Access),
    );
    for (const { acts: service, trail } of acts) {
      if (trail === null) continue;
      const done = service !== undefined && service !== 'any';
      expect([done, trail ?? '']).toEqual([done, expect.stringMatching(done ? /^\p{Script=Han}+$/u : /^$/)]);
    }
  });

  test('替一个人办，看不到家里别的大人', async () => {
    const spouse = await sampleResident(entry, 'hidden');
    await spouse.do('household.hide', { hidden: false });
    const { acting } = await helperOf(await sampleResident(entry, 'cross-region'), 'benefits');
    const other = (await acting.do('household.mine')).find(({ self }) => !self);
    expect(other).toMatchObject({ name: '样例**', details: 'hidden' });
    expect((await acting.refused('facts.mine', { member: other?.id })).name).toBe('NotAllowed');
    await spouse.do('household.hide', { hidden: true });
  });

  test('替监护人看孩子，记在代办人名下，孩子的监护人查得到', async () => {
    const holder = await sampleResident(entry, 'parent');
    const { id, acting } = await helperOf(holder, 'benefits');
    const child = (await acting.do('household.mine')).find(({ minor }) => minor)?.id;
    await acting.do('facts.mine', { member: child });
    const trail = await holder.do('mandate.trail', { id });
    expect(trail[0]).toMatchObject({ who: 'helper', purpose: '看了您能享受什么' });
  });
});

describe('问不出谁在这里', () => {
  async function known() {
    const phone = newPhone();
    const resident = await byPhone(entry, phone);
    const name = '样例李已退';
    await resident.do('consent.give', { kind: 'identity', version: 1 });
    const { confirm } = await resident.do('identity.bind', { name, id_number: numberOf(name) });
    const worker = await sampleResident(entry, 'staff-youyang');
    await worker.do('identity.confirm', { confirm: confirm?.text ?? '' });
    return phone;
  }
  const wish = (phone: string) => ({
    phone,
    services: ['benefits'] as 'benefits'[],
    until: tomorrow(),
    label: '样例',
  });

  test('猜代办的验证码：有没有这个人，猜几次都答得一样；不占本人登录的次数', async () => {
    const helper = await byPhone(entry, newPhone());
    const phone = await known();
    const tried = async (asked: string) => {
      const { id } = await helper.do('mandate.ask', wish(asked));
      const names: string[] = [];
      for (let times = 0; times < 25; times++)
        names.push((await helper.refused('mandate.confirm', { id, code: `1${times}` })).name);
      return names;
    };
    const names = await tried(phone);
    expect(names.slice(4, 6)).toEqual(['WrongCode', 'TooManyTries']);
    expect(await tried(newPhone())).toEqual(names);
    const stranger = new Resident(entry, {});
    expect((await stranger.refused('session.phone', { phone, code: '000000' })).name).toBe('WrongCode');
  });

  test('短信发不出去、没有配置短信：也答得一样，用的时间也一样', async () => {
    const helper = await byPhone(entry, newPhone());
    const phones = [await known(), newPhone()];
    const send = () => Promise.reject(new SmsError('ProviderDown', 'r-1'));
    for (const sms of [{ send, notices: null }, null]) {
      const elsewhere = await httpEntry({ services: { ...house.services, demo: null, sms } });
      const started = performance.now();
      const answers = await Promise.all(
        phones.map(async (phone) => {
          const { ok } = await elsewhere.call('mandate.ask', wish(phone), helper.as);
          return { ok, ms: performance.now() - started };
        }),
      );
      expect(answers.map(({ ok }) => ok)).toEqual(sms ? [true, true] : [false, false]);
      expect(Math.abs((answers[0]?.ms ?? 0) - (answers[1]?.ms ?? 0))).toBeLessThan(2_000);
      await elsewhere.close();
    }
  });

  test('一直按“发送验证码”，不会把别人一天的短信用完', async () => {
    const { limits } = house.services;
    const stranger = new Resident(entry, {});
    const phone = newPhone();
    await stranger.do('session.send_code', { phone });
    for (let times = 0; times < 12; times++) {
      const refused = await stranger.refused('session.send_code', { phone });
      expect(refused.retryAfter).toBeLessThanOrEqual(60);
    }
    await limits.clear('sms_pause', phone);
    await stranger.do('session.send_code', { phone });
  });
});

describe('撤回同意', () => {
  test('更正里重复的登记也不再给看，也不能再提', async () => {
    const resident = await sampleResident(entry, 'pension');
    await resident.do('facts.dispute', { fact: 'severe_disabled', said: false });
    await resident.do('consent.withdraw', { kind: 'health' });
    const { disputed } = await resident.do('facts.mine');
    expect(disputed.map(({ fact }) => fact)).not.toContain('severe_disabled');
    expect(await lines(resident)).not.toContain('登记的是');
    expect((await resident.refused('facts.dispute', { fact: 'severe_disabled', said: false })).name).toBe(
      'ConsentNeeded',
    );
    await resident.do('consent.give', { kind: 'health', version: 1 });
  });

  test('台账不让读了、身份断开了，出示过的码马上没用；代办也停，再核对也不会自己回来', async () => {
    const stranger = new Resident(entry, {});
    const checked = async (token: string) => (await stranger.do('code.verify', { token })).result;
    const resident = await sampleResident(entry, 'parent');
    const child = (await resident.do('household.mine')).find(({ minor }) => minor)?.id;
    const own = await resident.do('code.issue');
    const childs = await resident.do('code.issue', { member: child });
    await resident.do('consent.withdraw', { kind: 'minors' });
    expect([await checked(own.token), await checked(childs.token)]).toEqual(['genuine', 'revoked']);
    await resident.do('consent.withdraw', { kind: 'register' });
    expect(await checked(own.token)).toBe('revoked');
    await resident.do('consent.give', { kind: 'register', version: 1 });

    const again = await resident.do('code.issue');
    const { id, acting } = await helperOf(resident, 'benefits');
    await resident.do('consent.withdraw', { kind: 'identity' });
    expect(await checked(again.token)).toBe('revoked');
    expect((await acting.refused('facts.mine')).name).toBe('MandateEnded');
    const mandate = (await resident.do('mandate.list')).find((one) => one.id === id);
    expect(mandate?.state).toBe('ended');
  });

  test('申请核实以后撤回，工作人员就不能再把他和台账对上；答复以后不再留整个号码', async () => {
    const worker = await sampleResident(entry, 'staff-youyang');
    const asked = async (who: Resident) => {
      await who.do('consent.give', { kind: 'identity', version: 1 });
      await who.do('identity.bind', { name: '样例周奶奶', id_number: numberOf('样例周奶奶') });
      await who.do('identity.request_verification', { county: '500242' });
      return (await who.do('requests.mine'))[0]?.id ?? '';
    };
    const done = { outcome: 'done', answer: '样例：核实了' } as const;
    const first = await byPhone(entry, newPhone());
    const id = await asked(first);
    await first.do('consent.withdraw', { kind: 'identity' });
    expect((await worker.refused('requests.answer', { id, ...done })).name).toBe('NotFound');
    expect((await first.do('session.me')).bound).toBe(false);

    const second = await byPhone(entry, newPhone());
    const other = await asked(second);
    const answers = await Promise.all(
      ['done', 'declined', 'done'].map((outcome) =>
        entry.call('requests.answer', { id: other, outcome, answer: '样例' }, worker.as),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const [request] = await second.do('requests.mine');
    expect((await second.do('session.me')).bound).toBe(request?.outcome === 'done');
    const { store } = house.services;
    const { rows } = await store.pool.query<{ sealed: Buffer }>(
      'select payload_enc as sealed from request where id = $1',
      [other],
    );
    const kept = store.cipher.open('request.payload', other, rows[0]?.sealed as Buffer);
    expect(kept).not.toContain(numberOf('样例周奶奶'));
    expect(request?.lines.join()).toContain(numberOf('样例周奶奶').slice(-4));
  });
});

describe('两件事同时来', () => {
  test('一边存一边撤回、一边存一边注销，什么都没有留下', async () => {
    const { pool } = house.services.store;
    for (let round = 0; round < 6; round++) {
      const resident = await byPhone(entry, newPhone());
      const { account } = await resident.do('session.me');
      const kept = async (table: string) =>
        (await pool.query(`select 1 from ${table} where id = $1`, [account])).rows.length;
      const save = () => entry.call('facts.save', { facts: { dibao: true } }, resident.as);
      await resident.do('consent.give', { kind: 'saved_answers', version: 1 });
      const withdraw = () => entry.call('consent.withdraw', { kind: 'saved_answers' }, resident.as);
      await Promise.all([save(), save(), withdraw(), save(), save()]);
      expect(await kept('saved_facts')).toBe(0);

      await resident.do('consent.give', { kind: 'saved_answers', version: 1 });
      await resident.do('consent.give', { kind: 'identity', version: 1 });
      const bind = () =>
        entry.call('identity.bind', { name: '样例', id_number: unknownNumber() }, resident.as);
      const end = () => entry.call('privacy.delete_account', { sure: true }, resident.as);
      await Promise.all([save(), bind(), end(), save(), bind()]);
      expect([await kept('saved_facts'), await kept('claim'), await kept('account')]).toEqual([0, 0, 0]);
    }
  });

  test('同意两次，只有一条；确认两次，只对上一次', async () => {
    const resident = await byPhone(entry, newPhone());
    const give = () => entry.call('consent.give', { kind: 'identity', version: 1 }, resident.as);
    await Promise.all([give(), give(), give()]);
    expect(await resident.do('consent.list')).toHaveLength(1);
    const { confirm } = await resident.do('identity.bind', {
      name: '样例吴空白',
      id_number: numberOf('样例吴空白'),
    });
    const worker = await sampleResident(entry, 'staff-youyang');
    const scan = () => entry.call('identity.confirm', { confirm: confirm?.text }, worker.as);
    const answers = await Promise.all([scan(), scan(), scan(), scan()]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await resident.do('privacy.looks')).toHaveLength(1);
  });
});

test('注销：以前的代办里对方怎么叫他、发过的验证码，也都没有了', async () => {
  const phone = newPhone();
  const resident = await byPhone(entry, phone);
  const helper = await byPhone(entry, newPhone());
  const { id } = await helper.do('mandate.ask', {
    phone,
    services: ['code'],
    until: tomorrow(),
    label: '样例邻居',
  });
  await helper.do('mandate.end', { id });
  await resident.do('privacy.delete_account', { sure: true });
  await helper.do('privacy.delete_account', { sure: true });
  const { pool, cipher } = house.services.store;
  const left = await pool.query('select 1 from mandate where id = $1 and label_enc is not null', [id]);
  const codes = await pool.query('select 1 from sms_code where phone_hash = $1', [
    cipher.blind('phone', phone),
  ]);
  expect([left.rows.length, codes.rows.length]).toEqual([0, 0]);
});

test('导出：看过的记录一条不少，打开过的码、登录的方式都在', async () => {
  const resident = await byPhone(entry, newPhone());
  const { account } = await resident.do('session.me');
  const look = { actorKind: 'system', actorId: null, office: '样例', purpose: '样例', accountId: account };
  await recordLooks(
    house.services.store,
    Array.from({ length: 520 }, () => look as LookEntry),
    new Date(),
  );
  const { sections } = await resident.do('privacy.export');
  const rows = (title: string) => sections.find((one) => one.title === title)?.rows ?? [];
  expect(rows('谁看过我的信息')).toHaveLength(520);
  expect(rows('账号')[0]).toMatchObject({ 登录方式: '手机号' });
  const sample = await sampleResident(entry, 'cross-region');
  await sample.do('code.issue');
  expect(JSON.stringify(await sample.do('privacy.export'))).toContain('打开过的帮扶码","rows":[{"哪天"');
});

test('设备名里有控制字符：说不对，不是系统出错', async () => {
  const stranger = new Resident(entry, {});
  const refused = await stranger.refused('session.sample', { id: 'parent', device: 'a\u0000b' });
  expect(refused).toMatchObject({ name: 'InvalidInput', fields: [{ path: 'device' }] });
});

test('演示的账号，离开演示就进不来', async () => {
  const { as } = await sampleResident(entry, 'staff-youyang');
  const real = await httpEntry({ services: { ...house.services, demo: null } });
  expect((await new Resident(real, as).refused('requests.list')).name).toBe('SessionEnded');
  await real.close();
});

test('工作人员不能用第二个账号给自己作证', async () => {
  const worker = await byPhone(entry, newPhone());
  const name = '样例周奶奶';
  const { pool } = house.services.store;
  const { account } = await worker.do('session.me');
  await pool.query(
    `insert into staff (id, county, office, until) values ($1, '500242', '样例站', '2099-12-31')`,
    [account],
  );
  const bindAs = async (who: Resident) => {
    await who.do('consent.give', { kind: 'identity', version: 1 });
    return (await who.do('identity.bind', { name, id_number: numberOf(name) })).confirm?.text ?? '';
  };
  const colleague = await sampleResident(entry, 'staff-youyang');
  await colleague.do('identity.confirm', { confirm: await bindAs(worker) });
  const second = await bindAs(await byPhone(entry, newPhone()));
  expect((await worker.refused('identity.confirm', { confirm: second })).name).toBe('NothingToConfirm');
});
