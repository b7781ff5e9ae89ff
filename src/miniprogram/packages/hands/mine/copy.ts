export const copy = {
  title: '我的零工',
  why: '登录以后，看您报的零工、签到、记工钱。',
  none: '还没有报零工',
  noneLine: '附近有按天、按件的活，看看哪个合适。',
  look: '看附近的零工',
  joined: '我报的',
  offline: (moment: string) => `没连上网。这是${moment}看到的，现在可能变了。`,
  retry: '再试一次',
  organised: '我发布的',
  organise: '我要找人干活',
  organiseLine: '单位、村里、乡镇，或者家里要人帮几天',
};
