export default definePageConfig({
  navigationBarTitleText: '谁来应聘',
  enablePageMeta: true,
  enablePullDownRefresh: true,
});
