export default definePageConfig({
  navigationBarTitleText: '数字',
  enablePageMeta: true,
  enablePullDownRefresh: true,
});
