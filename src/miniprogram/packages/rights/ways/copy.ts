import type { PayerRow, TrackRow } from '@/domain/wages/law';

const SHORT: Readonly<Record<TrackRow['id'], string>> = {
  complaint: '投诉',
  arbitration: '仲裁',
  court: '法院',
  payment_order: '支付令',
  mediation: '调解',
  police: '报警',
  civil: '法院',
};

const WRITE: Partial<Readonly<Record<TrackRow['id'], string>>> = {
  complaint: '开始写投诉书',
  arbitration: '开始写仲裁申请',
};

const DUTY: Readonly<Record<PayerRow['duty'], string>> = {
  owes: '该付',
  pays_first: '先付',
  advances: '先垫',
  jointly: '一起付',
  may_advance: '可以先垫',
};

export const copy = {
  title: '先走哪条路',
  first: '建议第一步',
  unsure: '有几样还不清楚，先按这条走，不吃亏。弄清楚了再来看，会跟着变。',
  short: SHORT,
  doors: {
    title: '三扇门',
    first: (id: TrackRow['id']) => `先${SHORT[id]}`,
    allOpen: '三扇都开着',
    shuts: (n: number) => (n === 1 ? '关上一扇' : `关上${n}扇`),
    open: '能走',
    shut: '走不了',
    nth: (n: number) => `第${n}步`,
  },
  why: '为什么这样走',
  others: '每条路',
  closed: '现在走不了',
  cost: '花钱吗',
  where: '到哪里去',
  whereLine: (county: string) => `干活的地方：${county}`,
  noPlace: '还没选干活的地方。投诉、仲裁都在干活的地方办。',
  noOffice: '这里没有收录那个地方的办公地址和电话，打12333（当地）问。',
  outside:
    '干活的地方还没有收录，不能在这里直接交。照样可以写好文书，拿去当地的劳动监察大队、仲裁委，或者打当地12333。',
  office: { address: '地址', hours: '时间', unknown: '地址、时间没有提供，打电话问' },
  payers: '该谁付',
  payersLine: '按您答的推出来的。名字不全也能投诉。',
  noName: '名字还不知道',
  perhaps: '如果是这样',
  duty: DUTY,
  notes: '还要知道',
  more: '知道了有好处',
  amount: '算算能要多少',
  clock: '每一步的期限',
  papers: '要写的文书',
  write: (id: TrackRow['id']) => WRITE[id] ?? '接着填',
  writeOther: '不投诉，直接申请仲裁',
  writeComplaint: '改成先投诉',
};
