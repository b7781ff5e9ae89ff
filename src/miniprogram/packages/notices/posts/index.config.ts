export default definePageConfig({
  navigationBarTitleText: '公益性岗位公示',
  enablePageMeta: true,
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
});
