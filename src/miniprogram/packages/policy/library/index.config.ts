export default definePageConfig({
  navigationBarTitleText: '政策宣传',
  enablePageMeta: true,
  enableShareAppMessage: true,
});
