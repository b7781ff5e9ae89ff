export default definePageConfig({
  navigationBarTitleText: '证据柜',
  enablePageMeta: true,
});
