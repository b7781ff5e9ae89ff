export default definePageConfig({
  navigationBarTitleText: '填申请',
  enablePageMeta: true,
});
