import type { Group } from '@/domain/news';

const SHOWN = 4;

export const copy = {
  noPlace: '看哪个区县的？',
  noPlaceLine: '选了区县，才看得到那里的动态。',
  choose: '选地方',
  latest: '最近说的',
  changed: '新的、快到期的、到期的文件',
  groups: (groups: readonly Group[]) => {
    const first = groups.slice(0, SHOWN).map(({ text }) => text);
    const more = groups.length > SHOWN ? `；还有${groups.length - SHOWN}种情况` : '';
    return `谁用得上：${first.join('；')}${more}`;
  },
  filter: '只看哪一种',
  all: '全部',
  none: '这里还没有动态',
  noneOf: (kind: string) => `还没有“${kind}”`,
  noneLine: '区县人社部门发布以后，会写在这里。文件原文随时可以看。',
  library: '看文件原文',
  offline: (moment: string) => `没有连上，这是 ${moment} 看到的。`,
  more: '再看一些',
  reading: '正在读',
};
