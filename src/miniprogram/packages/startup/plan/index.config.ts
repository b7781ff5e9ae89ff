export default definePageConfig({
  navigationBarTitleText: '一页计划',
  enablePageMeta: true,
  enableShareAppMessage: true,
});
