export default definePageConfig({
  navigationBarTitleText: '招工的数字',
  enablePageMeta: true,
  enablePullDownRefresh: true,
});
