export default definePageConfig({
  navigationBarTitleText: '我的招人',
  enablePageMeta: true,
  enablePullDownRefresh: true,
});
