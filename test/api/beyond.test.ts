/** What somebody tries who wants more than they were allowed: with a mandate, after a withdrawal, after the end. */
import { type TestServices, testServices } from '../services';
import { type Entry, httpEntry } from './entries';
import { byPhone, type Resident, sampleResident } from './resident';

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

/** A stranger with a phone, whom the holder lets help. */
async function helperOf(holder: Resident, ...services: ('benefits' | 'code' | 'requests')[]) {
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
});
