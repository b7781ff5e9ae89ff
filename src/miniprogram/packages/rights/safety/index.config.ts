export default definePageConfig({
  navigationBarTitleText: '先保人',
  enablePageMeta: true,
});
