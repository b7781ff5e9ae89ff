export const copy = {
  title: '先保人，再要钱',
  line: '工钱以后要得回来，人先要安全。',
  call: '现在就打',
  who: {
    '110': '110 报警',
    '120': '120 急救',
    '12333': '12333 劳动监察',
    '12348': '12348 法律援助',
  } as Readonly<Record<string, string>>,
  goOn: '接着往下填',
  saved: '前面写的都留着',
  unsure: '说不清楚也没关系。觉得不对劲，就打110。',
};
