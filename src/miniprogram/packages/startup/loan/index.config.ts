export default definePageConfig({
  navigationBarTitleText: '贷款算一算',
  enablePageMeta: true,
  enableShareAppMessage: true,
});
