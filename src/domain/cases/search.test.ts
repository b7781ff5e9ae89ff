import { type Findable, findServices } from './search';

const service = (title: string, words: string[], plain = '', whom = ''): Findable => ({
  title,
  words,
  plain,
  for: whom,
});

const TRANSPORT = service('交通补助', ['车票钱', '路费'], '跨省打工的，一年领一次补助。');
const WORK = service('找活干', ['找工作', '打工'], '有合适的活，通知您。');
const SCHOOL = service('雨露计划补助', ['娃儿上学', '职高'], '家里有孩子读职业学校的补助。');
const ALL = [TRANSPORT, WORK, SCHOOL];
const found = (query: string) => findServices(ALL, query).map(({ title }) => title);

test.each([
  ['整个词', '娃儿上学', '雨露计划补助'],
  ['半个词', '车票', '交通补助'],
  ['一个字', '路', '交通补助'],
  ['一句话', '我家娃儿上学有没有钱领', '雨露计划补助'],
  ['中间有空格', '找 活 干', '找活干'],
  ['全角空格和标点', '找活，　干？', '找活干'],
  ['几个词', '跨省 车票', '交通补助'],
  ['只在说明里', '职业学校', '雨露计划补助'],
])('%s', (_title, query, first) => {
  expect(found(query)[0]).toBe(first);
});

test('人人都有的词，按原来的顺序', () => {
  expect(found('补助')).toEqual(['交通补助', '雨露计划补助']);
});

test('整词相同的排在只沾边的前面', () => {
  expect(found('打工')).toEqual(['找活干', '交通补助']);
});

test('什么都没写，全部都在；没有的词，一个也没有', () => {
  expect(found('  ')).toHaveLength(3);
  expect(found('。。。')).toHaveLength(3);
  expect(found('养蜂')).toEqual([]);
  expect(found('xyz')).toEqual([]);
  expect(findServices([], '找活干')).toEqual([]);
});
