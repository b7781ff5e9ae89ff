export default definePageConfig({
  navigationBarTitleText: '办到哪了',
  enablePageMeta: true,
  enablePullDownRefresh: true,
});
