export default definePageConfig({
  navigationBarTitleText: '学手艺',
  enablePageMeta: true,
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
});
