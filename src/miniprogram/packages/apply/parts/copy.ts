export const copy = {
  gone: { title: '没有找到这一项', line: '可能换了地方，或者这一项不办了。', button: '看能办什么' },
  read: '提交结果',
  cases: '看我的办件',
  waiting: {
    word: '未送达',
    title: '还没有送出去',
    line: '没有信号，已存在这部手机上，有信号会自动送出。',
    notKept: '这部手机存不下，请不要关掉，等有信号送出去。',
    again: '再送一次',
    sending: '正在送',
  },
  refused: {
    word: '没有送成',
    title: '没有送成',
    line: '填好的都在，改了再交。',
    button: '回去改',
  },
};
