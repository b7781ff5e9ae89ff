export default definePageConfig({
  navigationBarTitleText: '我的活',
  enablePageMeta: true,
  enablePullDownRefresh: true,
});
