export default definePageConfig({
  navigationBarTitleText: '每一步的期限',
  enablePageMeta: true,
});
