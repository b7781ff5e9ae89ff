export const copy = {
  says: '文件怎么说',
  nothing: '这里的文件没有写到这一项',
  nothingLine: '可以打电话问，也可以到村里或乡镇问。',
  who: '找谁办',
  noPhone: '电话还没有公布，先打 12333 问',
  call: '打电话问',
  items: (labels: readonly string[]) => `原文${labels.join('')}`,
};
