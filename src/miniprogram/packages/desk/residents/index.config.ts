export default definePageConfig({
  navigationBarTitleText: '居民和走访',
  enablePageMeta: true,
  enablePullDownRefresh: true,
});
