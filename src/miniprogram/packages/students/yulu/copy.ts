import type { CellState } from './grid';

export const copy = {
  title: '雨露计划',
  share: '雨露计划：看看孩子读书在不在范围里',
  who: {
    title: '学生满 14 周岁了吗？',
    yes: '满了',
    no: '还没有满',
    line: '没有满 14 周岁的，要由监护人（父母等）来查。',
    guardian: '我是孩子的监护人，由我来查',
    guardianLine: '只用来看政策，只存在这台手机上，不用填孩子的名字。',
  },
  stage: {
    title: '学生在读什么学校？',
    vocational: '职业学校',
    vocationalLine: '比如中专、职高、技校、高职、技师学院',
    other: '别的学校，或没有在读书',
    otherLine: '比如小学、初中、普通高中、大学本科',
    unclear: '不清楚',
    line: '文件只写了“职业教育”，没有写哪些学校算。以当地为准。',
  },
  grid: '一个学期一格，点一下就选上',
  spring: '春季学期',
  autumn: '秋季学期',
  starts: (semester: string) => `${semester}开始纳入`,
  stops: (semester: string) => `${semester}风险消除，下一学期起停`,
  notYet: '还没有消除风险的，每个学期都在范围内',
  missing: '先回答这几题，才能算出来',
  others: '和读书有关的别的政策',
  work: '毕业了找工作',
  workLine: '附近要手艺的活和见习',
  noMoney: '两份文件都没有写发多少钱，以当地为准。',
  noSemester: '这份文件没有写从哪个学期开始、到哪个学期停，也没有写发多少钱。先问当地。',
  quote: '原文怎么写',
  bring: '要带什么',
  bringLine: '文件没有写要带什么。下面是一般要带的，去之前先打电话问清楚。',
  bringButton: '看要带什么',
  handler: (office: string) => `文件没有写由谁经办，一般问${office}`,
  after: {
    title: '毕业了，往哪里走',
    news: { title: '三支一扶、专家下乡的通知', line: '在政策动态里' },
  },
  none: '这里的文件没有写雨露计划',
} as const;

/** The word in a cell; when the document has ended it speaks of then. */
export const CELL_WORDS: Record<CellState, { now: string; ended: string }> = {
  in: { now: '在范围内', ended: '当时在范围' },
  before: { now: '还没开始', ended: '还没开始' },
  stopped: { now: '停发', ended: '停发' },
  no: { now: '不在范围', ended: '不在范围' },
  ask: { now: '待补信息', ended: '待补信息' },
};
