export default definePageConfig({
  navigationBarTitleText: '人员',
  enablePageMeta: true,
  enablePullDownRefresh: true,
});
