export default definePageConfig({
  navigationBarTitleText: '选地方',
  enablePageMeta: true,
  enableShareAppMessage: true,
});
