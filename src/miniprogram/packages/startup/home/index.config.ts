export default definePageConfig({
  navigationBarTitleText: '创业一件事',
  enablePageMeta: true,
  enableShareAppMessage: true,
});
