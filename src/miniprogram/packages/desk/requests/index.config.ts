export default definePageConfig({
  navigationBarTitleText: '居民提的事',
  enablePageMeta: true,
  enablePullDownRefresh: true,
});
