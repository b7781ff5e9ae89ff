export default definePageConfig({
  navigationBarTitleText: '办事说明',
  enablePageMeta: true,
  enableShareAppMessage: true,
});
