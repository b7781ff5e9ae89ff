export default definePageConfig({
  navigationBarTitleText: '就业帮扶码',
  enablePageMeta: true,
  enableShareAppMessage: true,
});
