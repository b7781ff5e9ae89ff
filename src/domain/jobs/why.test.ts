import { distanceText, type LookedAt, type Looker, saidText, why } from './why';

const POSTING: LookedAt = {
  kind: 'work_relief',
  county: '500242',
  county_name: '酉阳县',
  exact: 'exact',
  offered_to: null,
  skills: ['sewing', 'sewing', 'cooking'],
  board: 'free',
  lodging: 'free',
  childcare_hours: true,
  elders: false,
  light: null,
  cooperation: null,
  bus: false,
};
const NOBODY: Looker = { skills: [], light: false, home: null, kinds: [], away: [] };
const PASSAGE = { said: '优先', document: 'sample', item: '（七）', benefit: 'sample' };
const texts = (posting: LookedAt, looker: Looker, metres: number | null = 2_100) =>
  why(posting, looker, metres === null ? null : { metres, from: '家', about: false }).map(({ text }) => text);

test('每一条都是说过的事；没说的不算，也不算没有', () => {
  expect(texts(POSTING, NOBODY)).toEqual(['离家2.1公里', '包吃住', '能接送孩子']);
  expect(texts({ ...POSTING, board: null, lodging: 'paid', childcare_hours: null }, NOBODY, null)).toEqual(
    [],
  );
});

test('只知道在哪个区县的，不说多远；只知道乡镇的，说大约', () => {
  expect(texts({ ...POSTING, exact: 'county' }, NOBODY)[0]).toBe('在酉阳县，地图上没有标');
  expect(texts({ ...POSTING, exact: 'town' }, NOBODY)[0]).toBe('离家约2.1公里');
});

test('自己会的、条款说是自己的，才算自己的；同一样只算一次', () => {
  const said = {
    kind: 'work_relief',
    prefix: '50',
    text: '优先',
    cite: '样例（七）',
    passage: PASSAGE,
    region: null,
  } as const;
  const looker: Looker = {
    ...NOBODY,
    skills: ['sewing'],
    kinds: [
      { ...said, state: 'mine' },
      { ...said, prefix: '36', state: 'mine' },
      { ...said, state: 'said' },
    ],
  };
  const mine = why(POSTING, looker, null).filter((one) => one.mine);
  expect(mine.map(({ text, cite }) => [text, cite])).toEqual([
    ['会缝纫', null],
    ['优先', '样例（七）'],
  ]);
});

test('交通补助看从哪里到哪里：同一个县的没有', () => {
  const out = {
    region: 'other_province',
    state: 'mine',
    text: '交通补助',
    cite: '样例（五）',
    passage: PASSAGE,
  } as const;
  const looker: Looker = { ...NOBODY, home: '500242', away: [out] };
  const away = (county: string) =>
    texts({ ...POSTING, county, offered_to: '500242' }, looker, null).includes('交通补助');
  expect([away('370202'), away('500101'), away('500242'), away('710000')]).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(texts({ ...POSTING, county: '370202' }, looker, null)).not.toContain('交通补助');
});

test('到市外的、到别的区县的，各说各的一条', () => {
  const said = {
    kind: 'cooperation',
    prefix: '50',
    state: 'said',
    cite: '样例（三）',
    passage: PASSAGE,
  } as const;
  const looker: Looker = {
    ...NOBODY,
    kinds: [
      { ...said, text: '市外', region: 'other_province' },
      { ...said, text: '别的区县', region: 'other_county_same_province' },
      { ...said, text: '都是', region: null },
    ],
  };
  const of = (county: string, offered_to = '500242') =>
    texts({ ...POSTING, kind: 'cooperation', county, offered_to }, looker, null).filter(
      (text) => !['包吃住', '能接送孩子'].includes(text),
    );
  expect(of('370202')).toEqual(['市外', '都是']);
  expect(of('500101')).toEqual(['别的区县', '都是']);
  expect(of('370202', '500000')).toEqual(['市外', '都是']);
  expect(of('500101', '500000')).toEqual(['都是']);
});

test('写成人话', () => {
  expect([4, 349, 999, 9_949, 12_400].map(distanceText)).toEqual([
    '50米',
    '350米',
    '1公里',
    '9.9公里',
    '12公里',
  ]);
  expect(saidText('优先帮扶对象', 'work_relief', '（七）', null)).toBe('优先帮扶对象（以工代赈，第七条）');
  expect(saidText('优先', null, '（三）', '2025-12-31')).toBe(
    '原来优先（第三条），文件2025年12月31日到期，现在以当地为准',
  );
});
