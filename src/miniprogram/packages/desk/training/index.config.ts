export default definePageConfig({
  navigationBarTitleText: '培训班',
  enablePageMeta: true,
  enablePullDownRefresh: true,
});
