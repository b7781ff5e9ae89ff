export default definePageConfig({
  navigationBarTitleText: '欠薪公布',
  enablePageMeta: true,
  enablePullDownRefresh: true,
});
