export default definePageConfig({
  navigationBarTitleText: '政策动态',
  enablePageMeta: true,
  enablePullDownRefresh: true,
});
