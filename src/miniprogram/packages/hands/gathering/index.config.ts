export default definePageConfig({
  navigationBarTitleText: '零工',
  enablePageMeta: true,
  enablePullDownRefresh: false,
  enableShareAppMessage: true,
});
