import { decidedAnew, looksAnew, type Said } from './decided';

const SAID: Said = {
  ...{ kind: 'workshop', title: '缝纫工', employer: '样例厂', credit_code: null, county: '500242' },
  ...{ town: null, village: null, address: null, offered_to: null, people: 5, shift: null, board: null },
  ...{ lodging: null, childcare_hours: null, elders: null, light: null, skills: ['sewing', 'craft'] },
  pay: { from_fen: 300_000, to_fen: null, unit: 'month', pieces_per_day: null },
  ...{ starts_on: null, open_until: '2026-12-31', about: null, paid: null, hours: null, insurance: [] },
  ...{ contract: null, phone: null, route: null, gather: null, bus: null, cooperation: null },
  ...{ destination: null, brand: null },
};

test('人少了、早截止，点选的先后不一样：不用再看', () => {
  const less: Said = { ...SAID, people: 3, open_until: '2026-12-01', skills: ['craft', 'sewing'] };
  expect(looksAnew(SAID, less)).toEqual([]);
  const pay = { pieces_per_day: null, unit: 'month', to_fen: null, from_fen: 300_000 } as const;
  expect(looksAnew(SAID, { ...SAID, pay })).toEqual([]);
});

test('每一样大家看的，改了都说得出来', () => {
  const other: Said = {
    ...SAID,
    ...{ kind: 'enterprise', title: '裁剪工', employer: '别的厂', credit_code: 'X', county: '500243' },
    ...{ town: '镇', village: '村', address: '路', offered_to: '500242', shift: 'day', board: 'free' },
    ...{ lodging: 'free', childcare_hours: true, elders: true, light: true, skills: [], pay: null },
    ...{ starts_on: '2026-12-01', about: '活', paid: '日结', hours: '8点', insurance: ['none'] },
    ...{ contract: 'none', phone: '1', route: '路', gather: '门口', bus: '有', cooperation: 'other' },
    ...{ destination: '山东', brand: '样例' },
  };
  const keys = Object.keys(SAID) as (keyof Said)[];
  const alone = keys.filter((key) => decidedAnew(SAID, { ...SAID, [key]: other[key] }).length === 1);
  expect(alone).toEqual(keys.filter((key) => key !== 'people' && key !== 'open_until'));
});

test('人多了、没有说人数了、晚截止：不算改了内容，给人看的要再看', () => {
  expect(decidedAnew(SAID, { ...SAID, people: 9, open_until: '2027-01-01' })).toEqual([]);
  expect(looksAnew(SAID, { ...SAID, people: 9 })).toEqual(['人数']);
  expect(looksAnew(SAID, { ...SAID, people: null })).toEqual(['人数']);
  expect(looksAnew(SAID, { ...SAID, open_until: '2027-01-01' })).toEqual(['招到哪天']);
});
