export const copy = {
  title: '消息',
  none: '还没有给你的消息',
  noneLine: '以后办事的进度、要你补的材料、到期提醒，都会放在这里。',
  documents: '文件通知',
};
