export default definePageConfig({
  navigationBarTitleText: '记一天',
  enablePageMeta: true,
});
