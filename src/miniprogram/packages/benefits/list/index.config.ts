export default definePageConfig({
  navigationBarTitleText: '我的补贴和服务',
  enablePageMeta: true,
  enableShareAppMessage: true,
  enablePullDownRefresh: true,
});
