export default definePageConfig({
  navigationBarTitleText: '文书',
  enablePageMeta: true,
});
