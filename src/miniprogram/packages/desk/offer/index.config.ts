export default definePageConfig({
  navigationBarTitleText: '一个岗位',
  enablePageMeta: true,
  enablePullDownRefresh: true,
});
