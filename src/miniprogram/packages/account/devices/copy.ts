import { momentText } from '@/client/clock';

export const copy = {
  title: '登录的设备',
  why: '登录以后，这里能看到哪些手机和电脑登录着，也能一个一个退出。',
  intro: '不认识的设备，马上让它退出。',
  this: '正在用的这台',
  other: '别的设备',
  used: (iso: string) => `最近用过 ${momentText(Date.parse(iso))}`,
  since: (iso: string) => `${momentText(Date.parse(iso))} 登录`,
  end: '让它退出',
  endLabel: (device: string, since: string) => `让它退出：${device}，${since}`,
  endTitle: '让这台设备退出登录？',
  endLine: '退出以后，那台设备上看不到您的信息，要用得重新登录。',
  everywhere: '全部退出',
  everywhereTitle: '所有设备都退出登录？',
  everywhereLine: '这一台也会退出。手机丢了、怀疑别人登录过，可以这样办，再重新登录。',
  yes: '退出',
  ended: '已经退出',
};
