export const copy = {
  states: { joined: '报上了', waiting: '在排队', came: '签到了', left: '退出了' },
  cancelled: '取消了',
  over: '结束了',
  waits: '等区县看',
  left: (n: number) => `还要${n}人`,
  full: (waiting: number) => (waiting > 0 ? `满了，${waiting}人排队` : '满了，可以排队'),
  places: (joined: number, people: number) => `要${people}人，已有${joined}人`,
  nextDay: '第二天',
  /** nobody has looked at it: said on the page, in the list, on the card that is passed on */
  byPerson: '个人发布，未经核实',
  byUnit: '单位发布，未经核实',
  verified: (by: string, day: string) => `核实过：${by}，${day}`,
  ok: { came: '工钱记好了', agreed: '工钱约好了' },
  yours: '等您点“就是这样”',
  theirs: '等对方点“就是这样”',
  none: '工钱还没有记',
};
