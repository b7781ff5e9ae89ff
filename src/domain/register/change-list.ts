import type { ChangeKind } from './diff';

/** The columns of the change list, in order: docs/register.md describes each. */
export const CHANGE_HEADERS = [
  '区县代码',
  '户编号',
  '证件号码',
  '姓名',
  '变动',
  '列',
  '原值',
  '原数据日期',
  '现值',
  '现数据日期',
  '数据来源部门',
] as const;

/** What stands in the column 变动. */
export const CHANGE_WORDS: Readonly<Record<ChangeKind | 'new', string>> = {
  new: '新增',
  entered: '纳入',
  left: '退出',
  changed: '变更',
};
