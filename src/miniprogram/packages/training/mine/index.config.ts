export default definePageConfig({
  navigationBarTitleText: '我的培训',
  enablePageMeta: true,
  enablePullDownRefresh: true,
});
