export default definePageConfig({
  navigationBarTitleText: '办件',
  enablePageMeta: true,
});
