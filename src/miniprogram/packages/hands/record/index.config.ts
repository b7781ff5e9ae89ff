export default definePageConfig({
  navigationBarTitleText: '核对工钱记录',
  enablePageMeta: true,
  enablePullDownRefresh: false,
  enableShareAppMessage: false,
});
