export const copy = {
  gone: { title: '没有找到这一项', line: '可能换了地方，或者这一项不办了。', button: '看能办什么' },
};
