export default definePageConfig({
  navigationBarTitleText: '附近帮得上的',
  enablePageMeta: true,
  enableShareAppMessage: true,
});
