export const copy = {
  title: '帮扶码',
  why: '登录、核对身份以后，这里就是您的帮扶码，给工作人员扫一下就知道是不是帮扶对象。手机丢了，在别的手机上登录，也能从这里停用。',
  label: '就业帮扶码，给对方扫',
  target: '帮扶对象',
  notTarget: '台账里没写是帮扶对象',
  renewing: '正在换新码',
  left: (seconds: number) => `${seconds} 秒后换新码`,
  offline: (moment: string) => `${moment} 生成，离线`,
  inside: '码里没有姓名和证件号。断网时，最后一个码当天有效。',
  offlineLine: '没有连上网，这是今天最后一个码，今天都能用。对方会看到它是几点生成的。',
  family: '看家人的码',
  familyTitle: '看谁的码？',
  mine: '我自己',
  child: '未成年，由您监护',
  ofChild: (name: string, relation: string) => `${name}（${relation}）`,
  closeFamily: '关上',
  showName: '让核验的人看到我的姓',
  showNameLine: '只显示姓，名字用 * 代替。不开，对方只看到是不是帮扶对象。',
  stop: '停用这个码',
  stopTitle: '停用这个码？',
  stopLine: '给人看过、被人拍过的码全部作废，马上换一个新的。',
  stopYes: '停用，换新的',
  lost: '手机丢了',
  lostTitle: '丢的是别的手机？',
  lostLine: '在这里就能停用它：旧码全部作废，这一台以外全部退出登录。',
  lostYes: '停用，并让别的设备退出',
  no: '不了',
  stopped: '旧码已经作废，这是新的。',
  lostDone: '旧码已经作废，别的设备都退出了。',
  consent: {
    title: '要先同意读取帮扶身份',
    line: '码上要写是不是帮扶对象，要读台账才知道。不同意就没有码，别的照样能用。',
    button: '去看说明',
  },
  spoken: (name: string, county: string, target: string) => [
    `${name} 的就业帮扶码`,
    county,
    target,
    '请把屏幕上的二维码给工作人员扫。码里没有姓名和证件号。',
  ],
};

const two = (n: number) => (n < 10 ? `0${n}` : `${n}`);

/** 10:32:18 */
export const clockText = (at: Date): string =>
  `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
