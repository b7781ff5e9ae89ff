export default definePageConfig({
  navigationBarTitleText: '这份活',
  enablePageMeta: true,
});
