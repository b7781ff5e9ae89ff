export const copy = {
  title: '消息',
  none: '还没有给您的消息',
  noneLine: '以后办事的进度、要您补的材料、到期提醒，都会放在这里。',
  signIn: '登录以后，办事的进度、要您补的材料都在这里。',
  mine: (unread: number) => (unread > 0 ? `给您的消息（${unread} 条没看）` : '给您的消息'),
  unread: '没看',
  all: '全部消息',
  settings: '消息设置',
  settingsLine: '短信、微信、晚上不打扰',
  old: (when: string) => `没有连上网，这是${when}看到的`,
  documents: '文件通知',
};
