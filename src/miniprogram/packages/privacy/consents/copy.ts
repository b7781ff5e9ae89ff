import { today } from '@/client/clock';
import { dateText } from '@/ui';

const dayOf = (iso: string) => dateText(today(new Date(iso)));

export const copy = {
  title: '我同意了什么',
  why: '登录以后，这里列着每一样同意，随时能撤回。',
  line: '每一样分开同意，都可以不同意，也随时能撤回。不同意，政策照样全部能看。',
  given: (iso: string) => `${dayOf(iso)}同意`,
  withdrawn: (iso: string) => `${dayOf(iso)}撤回`,
  on: '已同意',
  off: '没有同意',
  changed: '说明有更新',
  changedLine: '说明改过了，您以前的同意不再算数，请看过再决定。',
  what: '用到什么',
  whyUsed: '为什么要用',
  effect: '对您有什么影响',
  refuse: '不同意会怎样',
  version: (version: number) => `说明第 ${version} 版`,
  tick: '我看明白了，同意',
  tickFirst: '同意的话，请先在上面打勾。不同意，什么也不用点。',
  agree: '同意',
  withdraw: '撤回同意',
  withdrawLabel: (title: string) => `撤回同意：${title}`,
  withdrawTitle: '撤回这一样同意？',
  withdrawYes: '撤回',
  doneGiven: '已经同意',
  doneWithdrawn: '已经撤回，马上生效',
};
