export const copy = {
  title: '文书',
  head: '要交的文书，照着您答的填好',
  line: '填好了能改、能在手机上签名、能存成 PDF 或者 Word。没答的地方空着，打印出来用笔写。',
  noForm: '还没有回答过问题，打开的文书都是空的。',
  begin: '先回答问题',
  which: '用哪一份',
};
