export const copy = {
  map: '地图。下面的列表里有一样的内容',
  drawing: '正在画地图……',
  failed: '地图没有画出来。下面的列表里有一样的内容。',
  noTiles: '这里没有底图，点的位置和远近不变。',
  brokenTiles: '底图没有读到，点的位置和远近不变。',
  zoomIn: '放大',
  zoomOut: '缩小',
  here: '您在这里',
  cluster: (n: number) => `这一片有${n}个，放大看`,
  spot: (n: number, first: string) => (n === 1 ? first : `这里有${n}个：${first}等`),
  picked: (n: number) => (n === 1 ? '点中的这个' : `这个点上的${n}个`),
  pickedMore: (n: number) => `只列出前${n}个，其余的在下面的列表里。`,
};
