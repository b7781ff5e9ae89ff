export default definePageConfig({
  navigationBarTitleText: '帮人核对身份',
  enablePageMeta: true,
});
