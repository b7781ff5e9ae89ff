export const copy = {
  title: '附近帮得上的',
  kind: { mentor: '创业导师', park: '孵化园、返乡创业园', site: '场地' },
  none: '这里还没有收录导师和园区',
  noneLine: (office: string | undefined) =>
    `区县给了名单就会写在这里。现在先打12333问，或者到镇街的公共就业机构${office === undefined ? '' : `、${office}`}问。`,
  route: '去那里',
  copied: '地址已复制，贴到地图里找',
  copyFailed: '复制不了，请照着抄',
  ask: '问问有哪些',
  first: '离您选的地方近的排在前面',
  says: '文件怎么说',
  join: '登记想进园、想找场地',
} as const;
