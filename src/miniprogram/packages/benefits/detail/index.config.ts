export default definePageConfig({
  navigationBarTitleText: '补贴和服务',
  enablePageMeta: true,
  enableShareAppMessage: true,
});
