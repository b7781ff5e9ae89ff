export const copy = {
  title: '收藏的活',
  none: '还没有收藏',
  noneLine: '看到合适的，点“收藏”，存在这台手机上，没有网也能看。',
  look: '去看附近的活',
  here: '存在这台手机上，没有网也能看。是收藏那天的样子，点开会查现在的。',
  found: (n: number) => `收藏了${n}个`,
  ended: (day: string) => `招到${day}，已经过了`,
  read: '收藏的活',
};
