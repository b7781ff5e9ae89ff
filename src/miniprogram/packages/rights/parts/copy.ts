export const copy = {
  summary: '（摘要）',
  summaryNote: '这里是摘要，不是原文。以公布的法律条文为准。',
  version: (day: string) => `按${day}起施行的文本`,
  moreCites: (n: number) => `还有 ${n} 条依据`,
  /** a name holds what is written on the button */
  allCites: (more: string, cites: string) => `${more}：${cites}`,
  loading: '正在读取法律条文',
  noForm: {
    title: '还没有写',
    line: '先回答几个问题，才知道走哪条路。写过的都留在手机上。',
    button: '开始',
  },
};
