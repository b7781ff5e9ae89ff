export default definePageConfig({
  navigationBarTitleText: '雨露计划',
  enablePageMeta: true,
  enableShareAppMessage: true,
});
