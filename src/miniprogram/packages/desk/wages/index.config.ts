export default definePageConfig({
  navigationBarTitleText: '讨薪',
  enablePageMeta: true,
  enablePullDownRefresh: true,
});
