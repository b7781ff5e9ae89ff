export default definePageConfig({
  navigationBarTitleText: '能要多少',
  enablePageMeta: true,
});
