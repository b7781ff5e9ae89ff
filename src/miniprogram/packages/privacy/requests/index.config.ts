export default definePageConfig({
  navigationBarTitleText: '我提的事',
  enablePageMeta: true,
  enablePullDownRefresh: true,
});
