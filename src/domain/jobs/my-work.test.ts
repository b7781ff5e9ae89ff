import { applicationState, isLive, MAY_ANSWER } from './application';
import { EMPTY_CARD, isBlank, skillsText, tidyCard, wishLines } from './card';
import {
  type Begun,
  firstLook,
  isDue,
  keptBefore,
  mayUndo,
  nextLook,
  saidByLeaving,
  saidByStart,
  sinceOf,
  UNDO_MS,
  unpaidAnswers,
  wrongIn,
} from './spells';
import { searchName } from './wishes';

describe('名片', () => {
  test('怎么点的都是同一张', () => {
    const card = { ...EMPTY_CARD, skills: ['driving', 'sewing'] as const, words: ' 会开叉车 ' };
    expect(tidyCard(card)).toMatchObject({ skills: ['sewing', 'driving'], words: '会开叉车' });
    expect(skillsText(tidyCard(card).skills)).toBe('缝纫、开车');
  });
  test('空格不算写了', () => {
    expect(isBlank({ skills: [], words: '  ' })).toBe(true);
    expect(isBlank({ skills: ['sewing'], words: '' })).toBe(false);
  });
  test('没有说的，一行也没有', () => {
    expect(wishLines(EMPTY_CARD.wishes)).toEqual([]);
    const wishes = { ...EMPTY_CARD.wishes, pay_from: 350_050, board: true, lodging: true };
    expect(wishLines(wishes)).toEqual(['每月3500.50元以上', '包吃住']);
  });
});

test.each([
  [{ scope: 'near', county: '500242', filter: {} }, '样例县附近 · 什么活都看'],
  [{ scope: 'away', county: '500242', filter: {} }, '外出务工（样例县） · 什么活都看'],
  [
    { scope: 'near', county: '500242', town: '样例镇', filter: { skills: ['sewing'], pay_from: 300_000 } },
    '样例镇附近 · 缝纫 · 每月3000元以上',
  ],
  [
    {
      scope: 'near',
      county: '500242',
      filter: { skills: ['sewing', 'care'], kinds: ['workshop'], board: true, lodging: true },
    },
    '样例县附近 · 缝纫 · 照护老人、病人 · 帮扶车间 · 等5样',
  ],
] as const)('存下的条件自己有名字：%#', (wanted, name) => {
  expect(searchName(wanted, '样例县')).toBe(name);
});

test.each([
  ['filed', false, 'sent'],
  ['accepted', false, 'seen'],
  ['filed', true, 'invited'],
  ['accepted', true, 'invited'],
  ['done', true, 'taken'],
  ['refused', true, 'declined'],
  ['withdrawn', true, 'withdrawn'],
] as const)('%s，面试%s：%s', (state, invited, said) => {
  expect(applicationState(state, invited)).toBe(said);
  // what is over takes no answer any more
  expect(MAY_ANSWER[said].length > 0).toBe(isLive(said));
});

describe('我上班了、我不干了', () => {
  const away = { form: 'unit', where: 'other_province', on: '2026-08-01' } as const;
  test('外省：从这一天算稳定', () => {
    expect(saidByStart(away, {})).toMatchObject({ employed: true, stable_since: '2026-08-01' });
  });
  test('在外省换单位不重新算，停过就重新算', () => {
    const before = { employed: true, work_region: 'other_province', stable_since: '2026-05-01' };
    expect(saidByStart(away, before).stable_since).toBe('2026-05-01');
    expect(saidByStart(away, { ...before, employed: false }).stable_since).toBe('2026-08-01');
    expect(saidByStart(away, { ...before, work_region: 'same_county' }).stable_since).toBe('2026-08-01');
    expect(saidByStart({ ...away, where: 'same_county' }, before).stable_since).toBeNull();
  });
  test('不知道的不说成没有', () => {
    expect(saidByLeaving()).toMatchObject({ work_region: null, household_has_worker: null });
    expect(keptBefore({ employed: true, dibao: true })).toEqual({
      employed: true,
      employment_form: null,
      household_has_worker: null,
      work_region: null,
      work_county: null,
      stable_since: null,
    });
  });
  test('撤不回了才去看有没有补贴，再到文件写的月数那天；换单位从头一份算起；在哪里干活看不出来', () => {
    const next = (begun: Begun, today = '2026-08-02', before = {}) => nextLook(begun, before, [3, 6], today);
    expect(firstLook('2026-08-01')).toBe('2026-08-02');
    expect(next(away)).toBe('2026-11-01');
    expect(next(away, '2026-11-01')).toBe('2027-02-01');
    expect(next(away, '2027-02-01')).toBeNull();
    expect(next({ ...away, where: 'same_county' })).toBe('2026-11-01');
    expect(next({ ...away, on: '2026-11-30' }, '2026-12-01')).toBe('2027-02-28');
    const before = { employed: true, work_region: 'other_province', stable_since: '2026-07-01' };
    expect(next(away, '2026-08-02', before)).toBe('2026-10-01');
    expect(sinceOf(away, before)).toBe('2026-07-01');
    expect([isDue('2026-08-31', 3, '2026-11-29'), isDue('2026-08-31', 3, '2026-11-30')]).toEqual([
      false,
      true,
    ]);
    expect(isDue('2026-08-31', 0, '2026-08-31')).toBe(true);
  });
  test('没结清的，单位和日子替人填进投诉表', () => {
    const spell = { employer: '样例电子厂', started_on: '2026-08-01', ended_on: '2026-11-20' };
    expect(unpaidAnswers(spell)).toEqual({
      employer_name: '样例电子厂',
      started_on: '2026-08-01',
      still_working: false,
      left_on: '2026-11-20',
    });
    expect(unpaidAnswers({ ...spell, ended_on: null })).not.toHaveProperty('left_on');
  });
  test('一天以内能撤回，满一天就不能', () => {
    expect(mayUndo(0, UNDO_MS - 1)).toBe(true);
    expect(mayUndo(0, UNDO_MS)).toBe(false);
  });
});

test('台账写得不一样的才请更正；收回一句话，不是说台账不对', () => {
  const register = [
    { fact: 'employed', value: true },
    { fact: 'employment_form', value: 'unit' },
    { fact: 'stable_since', value: '2026-09-20' },
  ] as const;
  const begun = saidByStart({ form: 'flexible', where: 'same_county', on: '2026-11-20' }, {});
  expect(wrongIn(begun, register, [])).toEqual([{ fact: 'employment_form', said: 'flexible' }]);
  expect(wrongIn(keptBefore({}), register, [])).toEqual([]);
  const asked = { fact: 'employment_form', said: 'flexible', answered: false } as const;
  expect(wrongIn(begun, register, [asked])).toEqual([]);
  expect(wrongIn(begun, register, [{ ...asked, answered: true }])).toHaveLength(1);
  expect(wrongIn(begun, [], [])).toEqual([]);
});
