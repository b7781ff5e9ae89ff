export default definePageConfig({
  navigationBarTitleText: '劳务品牌',
  enablePageMeta: true,
  enableShareAppMessage: true,
});
