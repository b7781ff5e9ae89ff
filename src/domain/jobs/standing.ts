/** What the desk has said against a posting, for those who have applied or joined: not known is not the same as untrue. */

const CARE = '不要交钱，不要交身份证';

export const STANDINGS = {
  checking: {
    word: '正在核实',
    title: '区县正在核实',
    line: `先不要去，${CARE}。核实清楚了，会发消息告诉您`,
  },
  untrue: {
    word: '信息不实',
    title: '区县查实：信息不实',
    line: `不要去，${CARE}。已经交了的，留好收据和聊天记录，打12333`,
  },
  stopped: {
    word: '停招了',
    title: '停招了，先不要去',
    line: `区县叫停的，或者核实当中停的。${CARE}`,
  },
} as const;
export type Standing = keyof typeof STANDINGS;

/** Beside every interview, whoever invites. */
export const INTERVIEW_CARE = '面试不收钱、不押证件；叫您先交钱、交身份证原件的，不要去，打12333';

/** To whoever invites. */
export const NO_DEMANDS =
  '不能叫人交押金、交钱，也不能扣身份证（劳动合同法第九条）。这样写的发不出去，会告诉您哪一句';

/** What those are told who have applied or joined; `what` is how it is called: 这个活, 这条招工. */
export function standingTold(standing: Standing | 'again' | 'over', what: string): string {
  switch (standing) {
    case 'checking':
      return `区县正在核实${what}，先不显示了。先不要去，${CARE}。核实清楚了再告诉您。`;
    case 'untrue':
      return `区县查实：${what}信息不实。不要去，${CARE}。已经交了的，留好收据和聊天记录，打12333。`;
    case 'stopped':
      return `区县把${what}停招了。先不要去，${CARE}。`;
    case 'over':
      return `区县看过了，${what}信息属实；招人的日期已经过了。`;
    case 'again':
      return `区县看过了，${what}又可以看到了。去以前再打电话问一声，不要先交钱，不要交身份证。`;
  }
}
