export default definePageConfig({
  navigationBarTitleText: '我的办件',
  enablePageMeta: true,
  enablePullDownRefresh: true,
});
