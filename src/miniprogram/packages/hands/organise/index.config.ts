export default definePageConfig({
  navigationBarTitleText: '找人干活',
  enablePageMeta: true,
  enablePullDownRefresh: false,
  enableShareAppMessage: false,
});
