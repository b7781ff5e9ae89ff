export default definePageConfig({
  navigationBarTitleText: '我的零工',
  enablePageMeta: true,
  enablePullDownRefresh: true,
  enableShareAppMessage: false,
});
