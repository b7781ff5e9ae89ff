export default definePageConfig({
  navigationBarTitleText: '匿名反映的答复',
  enablePageMeta: true,
});
