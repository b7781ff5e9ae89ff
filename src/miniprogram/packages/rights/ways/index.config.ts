export default definePageConfig({
  navigationBarTitleText: '先走哪条路',
  enablePageMeta: true,
});
