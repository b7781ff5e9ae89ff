/** Words that several pages of work say. */
export const copy = {
  /** a fact nobody has said: never shown as no */
  unsaid: '没有写',
  noPay: '没有写工钱，打电话问清',
  verified: '核实过',
  unverified: '没有核实过',
  about: (text: string) => `约${text}`,
  metres: (n: number) => `${n}米`,
  kilometres: (n: string) => `${n}公里`,
  ride: (minutes: number) => `骑车约${minutes}分钟`,
  from: { here: '离您', town: (name: string) => `离${name}` },
  /** how riding is reckoned; the figures stand in words.ts */
  rideHow: '距离是直线。骑车的时间是估的：每小时12公里，路比直线长三成。',
  atOnce: '马上可以上班',
  starts: (day: string) => `${day}开工`,
  until: (day: string) => `招到${day}`,
  away: (place: string) => `去${place}`,
  sameAs: (yuan: string) => `合每月约${yuan}元`,
  savedOn: (moment: string) => `${moment}收藏`,
  ended: '已经结束',
};

/** 信息不实 */
export const reportCopy = {
  open: '信息不实',
  title: '哪里不对？',
  line: '只有工作人员看得到您说的。三个核对过身份或验过手机的人都说不对，就先不显示，工作人员再去核实。',
  text: '还想说什么（可以不写）',
  hint: '去看过、打过电话的情况',
  none: '请至少选一项',
  send: '告诉工作人员',
  sending: '正在送……',
  done: '收到了，工作人员会去核实。',
  again: '您已经说过了，工作人员会去核实。',
  anew: (outcome: 'true' | 'untrue', day: string) =>
    `记下了。您上次说的，${day}核实${outcome === 'true' ? '属实' : '不属实'}；这次说的另外再核实。`,
  signIn: '登录以后说',
  signInLine: '登录才知道是不是三个不同的人说的。',
};
