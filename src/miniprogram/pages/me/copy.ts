import type { Scale } from '@/client/size';

export const copy = {
  title: '我的',
  size: '字大小',
  sizeSample: '这样看得清吗？',
  sizePhone: '手机自己的字号更大，这里按手机的来。',
  answers: '我答过的',
  noAnswers: '还没有答过题。',
  start: '看看我能享受什么',
  unsure: '不清楚',
  wipe: '全部删掉',
  wipeTitle: '把答过的全部删掉？',
  wipeLine: '删掉以后找不回来，要看符不符合得重新答。',
  wipeYes: '删掉',
  wiped: '已经全部删掉了',
  place: '看哪里的政策',
  noPlace: '还没有选',
  privacy: '你的信息',
  privacyLines: [
    '不用登录，也不要你的名字、身份证号、电话和位置。',
    '你答的题只存在这台手机上，符不符合也是在这台手机上算的，不会发出去。',
    '换手机或删掉以后，就没有了。',
  ],
  about: '关于',
  aboutLine: '这里帮你对照文件看符不符合，不代替审核。最后以经办的单位为准。',
  version: (hash: string) => `政策版本 ${hash.slice(0, 8)}`,
  fetched: (moment: string) => `${moment}核对过`,
  library: '看文件原文',
};

export const SIZES: readonly { key: `${Scale}`; label: string }[] = [
  { key: '1', label: '标准' },
  { key: '1.25', label: '大' },
  { key: '1.4', label: '更大' },
  { key: '1.9', label: '最大' },
];
