export default definePageConfig({
  navigationBarTitleText: '这个活',
  enablePageMeta: true,
  enableShareAppMessage: true,
});
