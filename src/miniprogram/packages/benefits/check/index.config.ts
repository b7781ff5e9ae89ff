export default definePageConfig({
  navigationBarTitleText: '看看我能享受什么',
  enablePageMeta: true,
  enableShareAppMessage: true,
});
