export default definePageConfig({
  navigationBarTitleText: '附近的服务点',
  enablePageMeta: true,
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
});
