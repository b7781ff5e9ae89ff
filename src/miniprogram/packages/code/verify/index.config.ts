export default definePageConfig({
  navigationBarTitleText: '核验帮扶码',
  enablePageMeta: true,
  enableShareAppMessage: true,
});
