export default definePageConfig({
  navigationBarTitleText: '附近的活',
  enablePageMeta: true,
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
});
