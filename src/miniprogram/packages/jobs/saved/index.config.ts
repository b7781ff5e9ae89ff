export default definePageConfig({
  navigationBarTitleText: '收藏的活',
  enablePageMeta: true,
});
