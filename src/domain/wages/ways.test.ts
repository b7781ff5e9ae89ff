import { law } from '../../../test/law';
import type { Answers } from '../cases';
import { payersOf } from './payers';
import { doorsAfter, waysOf } from './ways';

const ways = (answers: Answers) => waysOf(law, { answers, facts: {} });
const first = (answers: Answers) => {
  const { advice } = ways(answers);
  return [advice.id, advice.first];
};
/** nothing wrong, nothing filed, on a site */
const CALM: Answers = { danger: ['none'], work_kind: 'site', filed_before: ['none'], contract: null };
const track = (answers: Answers, id: string) => ways(answers).tracks.find(({ row }) => row.id === id);
const notes = (answers: Answers) =>
  ways(answers)
    .notes.filter(({ holds }) => holds === true)
    .map(({ row }) => row.id);

describe('先走哪条路', () => {
  test.each<[string, Answers, string, string]>([
    ['什么都没办过', {}, 'complaint-first', 'complaint'],
    ['有人打人，先报警', { danger: ['threat', 'hurt'] }, 'threat', 'police'],
    ['有孩子在干活', { danger: ['child'], filed_before: ['arbitration'] }, 'child', 'complaint'],
    ['身份证被扣', { danger: ['id_card'] }, 'id-card', 'complaint'],
    ['已经仲裁', { filed_before: ['arbitration', 'complaint'] }, 'in-arbitration', 'arbitration'],
    ['已经起诉', { filed_before: ['arbitration', 'court'] }, 'in-court', 'court'],
    ['有调解协议', { filed_before: ['mediation'] }, 'agreement', 'payment_order'],
    [
      '有调解协议，人跑了',
      { filed_before: ['mediation'], employer_state: ['gone'] },
      'agreement-gone',
      'court',
    ],
    ['支付令没成', { filed_before: ['payment_order'] }, 'order-failed', 'arbitration'],
    [
      '凭调解协议的支付令没成',
      { filed_before: ['payment_order', 'mediation'] },
      'order-after-mediation',
      'court',
    ],
    ['给个人干活', { work_kind: 'person' }, 'no-relation', 'civil'],
    ['网上接单', { work_kind: 'platform' }, 'no-relation', 'civil'],
    [
      '网上接单，签了劳动合同',
      { work_kind: 'platform', contract: true },
      'no-relation-but-contract',
      'complaint',
    ],
    ['投诉过', { filed_before: ['complaint'] }, 'stalled', 'arbitration'],
    ['手里有欠条，也先投诉', { iou: 'wages_only' }, 'complaint-first', 'complaint'],
  ])('%s', (_title, answers, id, way) => {
    expect(first({ ...CALM, ...answers })).toEqual([id, way]);
  });

  test('不清楚的，说还不能肯定，不当作没有', () => {
    expect(ways(CALM).unsure).toBe(false);
    expect(ways({ ...CALM, danger: null })).toMatchObject({
      unsure: true,
      advice: { id: 'complaint-first' },
    });
    expect(ways({}).unsure).toBe(true);
  });
});

describe('哪几条路开着', () => {
  test('先投诉，三扇门都开着；先仲裁、先起诉，投诉关上', () => {
    const doors = (id: 'complaint' | 'arbitration' | 'court') =>
      doorsAfter(law, id).filter((one) => ['complaint', 'arbitration', 'court'].includes(one));
    expect(doors('complaint')).toEqual(['complaint', 'arbitration', 'court']);
    expect(doors('arbitration')).toEqual(['arbitration', 'court']);
    expect(doors('court')).toEqual(['arbitration', 'court']);
  });

  test.each<[string, Answers, string, boolean | null]>([
    ['已经仲裁，不能再投诉', { filed_before: ['arbitration'] }, 'complaint', false],
    ['不清楚找过谁，投诉不关', { filed_before: null }, 'complaint', null],
    ['没有劳动关系，仲裁关上', { work_kind: 'own', contract: false }, 'arbitration', false],
    ['没有劳动关系，签没签合同不清楚，仲裁不关', { work_kind: 'own' }, 'arbitration', null],
    ['签了劳动合同，仲裁开着', { work_kind: 'platform', contract: true }, 'arbitration', true],
    ['人跑了，支付令送不到', { employer_state: ['gone'], iou: 'none' }, 'payment_order', false],
    ['对方不认账，支付令用不上', { iou: 'disputed' }, 'payment_order', false],
    ['只是欠薪，公安不管', { employer_state: ['normal'] }, 'police', false],
    ['转移钱，监察移送公安', { employer_state: ['hides'] }, 'police', true],
    ['给个人干活，走民事', { work_kind: 'person' }, 'civil', true],
    ['起诉总不关', { work_kind: 'unit' }, 'court', true],
  ])('%s', (_title, answers, id, open) => {
    const found = track({ ...CALM, ...answers }, id);
    expect(found?.open).toBe(open);
    expect(found?.why === null).toBe(open !== false);
  });
});

describe('还要说什么', () => {
  const ALWAYS = ['true-only', 'free', 'legal-aid', 'where', 'first-contact', 'fast-track'];

  test('人人都说的', () => {
    expect(notes({})).toEqual(
      expect.arrayContaining([...ALWAYS, 'foreign', 'national-platform', 'hotlines']),
    );
  });

  test.each<[string, Answers, string, string]>([
    ['受伤', { danger: ['hurt'] }, 'hurt', '120'],
    ['童工', { danger: ['child'] }, 'child', '12333'],
    ['身份证', { danger: ['id_card'] }, 'id-card', '12333'],
    ['威胁', { danger: ['threat'] }, 'threat', '110'],
  ])('%s：第一眼就说，有电话', (_title, answers, id, phone) => {
    const note = ways(answers).notes.find(({ row }) => row.id === id);
    expect(note).toMatchObject({ holds: true, row: { tone: 'danger' } });
    expect(note?.row.phones).toContain(phone);
  });

  test.each<[string, Answers, string]>([
    ['十个人以上', { group_size: 'many' }, 'group'],
    ['网上接单', { work_kind: 'platform' }, 'platform'],
    ['自己包活', { work_kind: 'own' }, 'own'],
    ['离开了', { still_working: false }, 'left'],
    ['还在干', { still_working: true }, 'still-working'],
    ['没签合同', { contract: false }, 'no-contract'],
    ['欠条', { iou: 'wages_only' }, 'iou'],
    ['派遣', { work_kind: 'dispatch' }, 'dispatch'],
    ['没有执照', { employer_state: ['no_licence'] }, 'no-licence'],
    ['包工头', { chain: ['individual'] }, 'foreman'],
    ['跑了', { employer_state: ['gone'] }, 'hides'],
  ])('%s', (_title, answers, id) => {
    expect(notes(answers)).toContain(id);
  });

  test('重庆的帮扶对象：台账上有，才说优先', () => {
    const told = (facts: object) =>
      waysOf(law, { answers: {}, facts }).notes.find(({ row }) => row.id === 'chongqing-priority')?.holds;
    expect(told({ fpzp: true })).toBe(true);
    expect(told({ fpzp: false, continued: false })).toBeUndefined();
    expect(told({})).toBeNull();
  });

  test('从不说谁犯了罪', () => {
    for (const { row } of ways({ employer_state: ['gone', 'hides'] }).notes)
      expect(row.title + row.text).not.toMatch(/犯罪|犯了/);
    expect(law.notes.find(({ id }) => id === 'hides')?.text).toContain('可能涉嫌');
  });
});

describe('谁来给钱', () => {
  const payers = (answers: Answers) =>
    payersOf(law, { answers, facts: {} })
      .filter(({ holds }) => holds === true)
      .map(({ row, name }) => [row.id, name]);

  test.each<[string, Answers, (string | null)[][]]>([
    [
      '分包欠的，总包先给',
      { chain: ['subcontract'], contractor_name: ' 样例建设公司 ' },
      [
        ['subcontractor', null],
        ['general-contractor', '样例建设公司'],
      ],
    ],
    ['转包', { chain: ['passed_on'] }, [['passed-on', null]]],
    [
      '甲方没给工程款',
      { chain: ['developer_late'], developer_name: '样例甲方' },
      [['developer-late', '样例甲方']],
    ],
    ['包给了个人', { chain: ['individual'] }, [['given-to-individual', null]]],
    ['挂靠', { chain: ['borrowed_name'] }, [['borrowed-name', null]]],
    ['没有规划手续', { chain: ['illegal_project'] }, [['illegal-project', null]]],
    [
      '没有许可证的派遣',
      { work_kind: 'dispatch', dispatch_licence: false, user_name: '样例工厂' },
      [
        ['employer', null],
        ['unlicensed-dispatch', '样例工厂'],
      ],
    ],
    [
      '厂里、店里',
      { work_kind: 'unit', employer_name: '样例餐馆' },
      [
        ['employer', '样例餐馆'],
        ['investors', null],
      ],
    ],
    ['一时给不出', { employer_state: ['cannot_pay'] }, [['emergency-fund', null]]],
    ['给个人干活：没有单位', { work_kind: 'person', chain: ['none'], employer_state: ['normal'] }, []],
  ])('%s', (_title, answers, expected) => {
    expect(payers(answers)).toEqual(expected);
  });

  test('不清楚的可能有，知道不是的不说', () => {
    const found = payersOf(law, {
      answers: { work_kind: 'dispatch', dispatch_licence: null, chain: ['subcontract'] },
      facts: {},
    });
    const holds = (id: string) => found.find(({ row }) => row.id === id)?.holds;
    expect(holds('unlicensed-dispatch')).toBeNull();
    expect(holds('emergency-fund')).toBeNull();
    expect(holds('passed-on')).toBeUndefined();
  });

  test('甲方垫付有限额，政府垫付不是一定', () => {
    const limit = (id: string) => law.payers.find((row) => row.id === id)?.limit;
    expect(limit('developer-late')).toContain('没结清的工程款');
    expect(limit('emergency-fund')).toContain('不是一定');
  });
});
