/** Both ways: what is held back, and what only looks like it. */
import { findingsOf, holdReason, type Readable } from './hold';

const NOTHING: Readable['words'] = {
  ...{ about: null, paid: null, hours: null, phone: null, route: null },
  ...{ gather: null, bus: null, destination: null, brand: null },
};
const posting = (about: string, more: Partial<Readable> = {}): Readable => ({
  kind: 'enterprise',
  title: '缝纫工',
  skills: [],
  ...{ employer: '样例厂', town: null, village: null, address: null },
  words: { ...NOTHING, about },
  ...more,
});
const keys = (about: string, more?: Partial<Readable>) =>
  findingsOf(posting(about, more)).map(({ key }) => key);

test.each([
  ['限女性', 'sex'],
  ['只招男工，包吃住', 'sex'],
  ['性别：女，身高不限', 'sex'],
  ['性别女', 'sex'],
  ['男性优先', 'sex'],
  ['招聘女服务员5名', 'sex'],
  ['要求女性，有耐心', 'sex'],
  ['招男3名', 'sex'],
  ['不要女的', 'sex'],
  ['普工（男）', 'sex'],
  ['已婚已育优先', 'family'],
  ['须未婚', 'family'],
  ['三年内不得怀孕', 'family'],
  ['入职要孕检', 'family'],
  ['怀孕者自动离职', 'family'],
  ['年龄18-45岁', 'age'],
  ['45周岁以下', 'age'],
  ['年龄不超过50岁', 'age'],
  ['18至35周岁，身体健康', 'age'],
  ['50岁以上勿扰', 'age'],
  ['男55岁以下、女45岁以下', 'age'],
  // no figure is the age at which everybody retires
  ['18-60周岁', 'age'],
  ['男60周岁以下、女50周岁以下', 'age'],
  ['男60以下女55以下', 'age'],
  ['年龄：20—50', 'age'],
  ['15岁以上就行', 'child'],
  ['未满16周岁也可以', 'child'],
  ['无乙肝', 'hepatitis'],
  ['体检要查乙肝两对半', 'hepatitis'],
  ['身体健康无传染病', 'hepatitis'],
  ['乙肝表面抗原阴性', 'hepatitis'],
  ['四肢健全', 'disability'],
  ['身体无残疾', 'disability'],
  ['限本地户口', 'origin'],
  ['只招本县户籍', 'origin'],
  ['外地人勿扰', 'origin'],
  ['限汉族', 'belief'],
  ['要求无宗教信仰', 'belief'],
  ['入职交押金200元', 'deposit'],
  ['服装费150元自理', 'deposit'],
  ['先交保证金，离职退', 'deposit'],
  ['不满一年离职扣培训费', 'deposit'],
  ['要有本地人担保', 'deposit'],
  ['身份证原件由公司保管', 'papers'],
  ['入职时扣押身份证', 'papers'],
  ['试工三天无工资', 'unpaid'],
  ['不满七天不发工资', 'unpaid'],
  ['工伤自负', 'liability'],
  ['要签自愿放弃社保的承诺书', 'liability'],
])('%s：扣下（%s）', (about, key) => {
  expect(keys(about)).toContain(key);
});

test.each([
  '男女不限',
  '男女均可，年龄不限',
  '不限男女',
  '性别不限，待遇从优',
  '男装厂缝纫',
  '招聘女装缝纫工、女鞋针车工',
  '男、女都可以来',
  '适合留守妇女，时间自己定',
  '优先录用妇女',
  '男女同工同酬，女职工有产假',
  '男女宿舍分开，有女浴室',
  '能照看女儿上下学',
  '已婚未婚均可',
  '婚育不限',
  '婚纱摄影店打杂，依法休婚假、产假',
  '住单身公寓',
  '育婴师、月嫂',
  '16周岁以上',
  '年满18周岁',
  '18周岁以上，法定退休年龄以内',
  '60岁以上也能做',
  '照顾80岁以下能自理的老人',
  '要有健康证',
  '不查乙肝',
  '乙肝携带者不影响',
  '残疾人优先',
  '户籍不限',
  '本地人优先',
  '不收押金，不扣押身份证',
  '无任何费用，免押金',
  '入职不交押金、不收服装费',
  '不向员工收取押金和服装费',
  '联系李女士，或者找女工委员会',
  '负责收取客人押金、办理入住',
  '帮扶对象可以申请创业担保贷款',
  '带身份证原件和复印件',
  '免费培训，培训期间有工资',
  '培训费由公司承担',
  '身高1米5以上，吃苦耐劳',
  '有3年以上经验，45分钟车程以内',
  '日结，25元一小时，10人以下小组',
  '每天8:30-17:30',
])('%s：不扣', (about) => {
  expect(keys(about)).toEqual([]);
});

test('见习没有工资的，请工作人员看，不说它违法', () => {
  const said = keys('见习期无工资', { kind: 'internship' });
  expect(said).toEqual(['unpaid_internship']);
  expect(keys('见习期无工资')).toEqual(['unpaid']);
});

test('国家自己限定的不扣：井下的工种，三支一扶和见习的年龄，帮扶本地人的岗位，入口食品的健康', () => {
  expect(keys('井下采煤，限男性')).toEqual([]);
  expect(keys('限男性', { title: '煤矿井下作业工' })).toEqual([]);
  expect(keys('30周岁以下', { kind: 'expert' })).toEqual([]);
  expect(keys('16-24岁失业青年', { kind: 'internship' })).toEqual([]);
  expect(keys('限本村户籍的帮扶对象', { kind: 'public_post' })).toEqual([]);
  expect(keys('限本县户籍', { kind: 'work_relief' })).toEqual([]);
  expect(keys('无传染病', { skills: ['cooking'] })).toEqual([]);
  expect(keys('无传染病，要查乙肝', { skills: ['cooking'] })).toEqual(['hepatitis']);
});

test.each([
  '矿山井下设备销售，限男性',
  '电缆井下作业，限男性',
  '不用下井，限男性',
  '本矿另有井下采煤工，本岗位在地面，限男性',
  '煤矿井下作业，食堂限女性',
  '离井下很近，限男性',
])('%s：不是女职工不能干的活，照样扣下', (about) => {
  expect(keys(about)).toContain('sex');
});

test('大家看得到的每一处都看', () => {
  expect(keys('', { title: '女收银员' })).toEqual(['sex']);
  expect(keys('', { title: '男保安2名' })).toEqual(['sex']);
  const words = Object.keys(NOTHING).filter(
    (at) => !keys('', { words: { ...NOTHING, [at]: '不满一个月不发工资' } }).includes('unpaid'),
  );
  expect(words).toEqual([]);
  const places = (['employer', 'town', 'village', 'address'] as const).filter(
    (at) => !keys('', { [at]: '样例路1号，入职交押金200元' }).includes('deposit'),
  );
  expect(places).toEqual([]);
});

test('原因说出写了什么、为什么、哪部法第几条；没有就是空', () => {
  const reason = holdReason(findingsOf(posting('包吃住。限女性，已婚已育优先')));
  expect(reason).toContain('写了“限女性”：招人不能挑男女');
  expect(reason).toContain('劳动法第十三条');
  expect(reason).toContain('写了“已婚已育优先”');
  expect(reason).toContain('妇女权益保障法第四十三条');
  expect(holdReason([])).toBeNull();
});
