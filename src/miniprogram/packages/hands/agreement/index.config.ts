export default definePageConfig({
  navigationBarTitleText: '工钱记录',
  enablePageMeta: true,
  enablePullDownRefresh: false,
  enableShareAppMessage: false,
});
