export default definePageConfig({
  navigationBarTitleText: '消息',
  enablePageMeta: true,
  // the browser wraps such a page, and its tab bar no longer stands at the bottom
  enablePullDownRefresh: process.env.TARO_ENV !== 'h5',
  enableShareAppMessage: true,
});
