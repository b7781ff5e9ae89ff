export const copy = {
  title: '收藏的活',
  none: '还没有收藏',
  noneLine: '看到合适的，点“收藏”，存在这台手机上，没有网也能看。',
  look: '去看附近的活',
  here: '存在这台手机上，没有网也能看。是收藏那天的样子，点开会查现在的。',
  found: (n: number) => `收藏了${n}个`,
  ended: (day: string) => `已经结束：招到${day}`,
  over: (why: string) => `已经结束：${why}`,
  checking: '正在核实，暂不显示',
  gone: '已经没有这一条了',
  offline: '没连上网，不知道现在还招不招。去之前打电话问清。',
  read: '收藏的活',
};
