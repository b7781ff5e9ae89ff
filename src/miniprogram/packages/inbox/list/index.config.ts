export default definePageConfig({
  navigationBarTitleText: '全部消息',
  enablePageMeta: true,
  enablePullDownRefresh: true,
});
