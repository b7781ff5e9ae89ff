/** Statuses of assistance: dated entries and exits, and plain yes or no. */
import { type ColumnSpec, date, plain, yesNo } from './spec';

const ENTER_EXIT = '再次纳入的写最近一次；还没有退出的空着退出日期';

export const STATUS = {
  fpzp: yesNo('fpzp', '防止返贫致贫对象', ['是否防止返贫致贫对象', '防止返贫致贫对象(是或曾是)'], '是或曾是'),
  fpzp_entered_on: date(
    '防止返贫致贫对象纳入日期',
    ['fpzp', 'exit_completed'],
    ['防止返贫致贫对象纳入时间'],
    `本人或所在家庭；${ENTER_EXIT}`,
    'entry, exit',
  ),
  fpzp_exited_on: date(
    '防止返贫致贫对象退出日期',
    ['exit_completed'],
    ['防止返贫致贫对象退出时间'],
    '按程序退出的那一天',
    'entry, exit',
  ),
  continued: yesNo('continued', '继续帮扶对象', ['是否继续帮扶对象', '继续帮扶对象(是或曾是)'], '是或曾是'),
  continued_entered_on: date(
    '继续帮扶对象纳入日期',
    ['continued', 'exit_completed'],
    ['继续帮扶对象纳入时间'],
    `本人或所在家庭；${ENTER_EXIT}`,
    'entry, exit',
  ),
  continued_exited_on: date(
    '继续帮扶对象退出日期',
    ['exit_completed'],
    ['继续帮扶对象退出时间'],
    '按程序退出的那一天',
    'entry, exit',
  ),
  monitored_ever: yesNo(
    'household_monitored_ever',
    '曾为监测户',
    ['是否曾为监测户', '监测户'],
    '现在是的也写“是”',
  ),
  monitored_on: date(
    '监测对象纳入日期',
    ['monitored_active', 'household_monitored_ever'],
    ['监测对象识别时间', '监测纳入日期', '识别监测时间'],
    '纳入防止返贫监测的那一天；再次纳入的写最近一次',
    'monitored household',
  ),
  eliminated_on: date(
    '风险消除日期',
    ['monitored_active', 'eliminated_on', 'elimination_semester'],
    ['风险消除时间', '消除风险日期'],
    '没有消除的空着',
    'risk eliminated',
  ),
  elimination_semester: plain({
    header: '风险消除所在学期',
    type: 'semester',
    facts: ['elimination_semester'],
    term: 'semester',
    meaning: '日期在8月、看不出学期的才要写',
    example: '2023年春季',
  }),
  poverty_alleviated: yesNo('poverty_alleviated', '脱贫人口', ['是否脱贫人口', '脱贫户']),
  rural_low_income: yesNo('rural_low_income', '农村低收入人口', ['是否农村低收入人口']),
  tekun: yesNo('tekun', '特困人员', ['是否特困人员', '特困'], '敏感'),
  dibao: yesNo('dibao', '低保对象', ['是否低保对象', '低保', '是否低保'], '敏感'),
  severe_disabled: yesNo('severe_disabled', '重度残疾人', ['是否重度残疾人', '重度残疾'], '敏感；不写等级'),
} as const satisfies Record<string, ColumnSpec>;
