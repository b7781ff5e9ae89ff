export default definePageConfig({
  navigationBarTitleText: '核对身份',
  enablePageMeta: true,
});
