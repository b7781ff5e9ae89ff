import { EMPTY_ROLE, type RoleDraft, roleInput, roleProblems } from './role-draft';

const TODAY = '2026-11-21';
const KNOWN = ['cq-transport-claim', 'public-post'];
const clerk: RoleDraft = {
  ...EMPTY_ROLE,
  phone: '138 0013 8000',
  name: ' 样例经办 ',
  office: '样例镇政府',
  role: 'town',
  town: '样例板溪镇',
  until: '2027-06-30',
};

test('空着就送：每一格都说缺什么', () => {
  expect(Object.keys(roleProblems(EMPTY_ROLE, TODAY, KNOWN)).sort()).toEqual([
    'name',
    'office',
    'phone',
    'role',
    'until',
  ]);
  const village = { ...clerk, role: 'village', town: '' } as const;
  expect(Object.keys(roleProblems(village, TODAY, KNOWN)).sort()).toEqual(['town', 'village']);
});

test('填对了就能给；只送这个角色要的', () => {
  expect(roleProblems(clerk, TODAY, KNOWN)).toEqual({});
  const stray = { ...clerk, village: '样例村', services: ['public-post'], id_number: '' };
  expect(roleInput(stray)).toEqual({
    phone: '138 0013 8000',
    name: '样例经办',
    office: '样例镇政府',
    role: 'town',
    town: '样例板溪镇',
    until: '2027-06-30',
  });
  expect(roleInput({ ...stray, role: 'county' })).toMatchObject({ services: ['public-post'] });
  expect(roleInput({ ...stray, role: 'county', services: [] })).not.toHaveProperty('services');
});

test('日期过了、证件号错了、事项认不出，在自己的格子里说', () => {
  expect(roleProblems({ ...clerk, until: '2026-11-20' }, TODAY, KNOWN).until).toMatch('已经过了');
  expect(roleProblems({ ...clerk, until: '2028-01-01' }, TODAY, KNOWN).until).toMatch('一年');
  expect(roleProblems({ ...clerk, id_number: '500242' }, TODAY, KNOWN).id_number).toMatch('18位');
  expect(roleProblems({ ...clerk, role: 'county', services: ['x'] }, TODAY, KNOWN).services).toMatch('x');
});
