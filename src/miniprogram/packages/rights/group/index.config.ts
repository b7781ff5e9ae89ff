export default definePageConfig({
  navigationBarTitleText: '一起讨薪',
  enablePageMeta: true,
});
