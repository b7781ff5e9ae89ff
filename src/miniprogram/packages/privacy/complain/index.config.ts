export default definePageConfig({
  navigationBarTitleText: '投诉和建议',
  enablePageMeta: true,
});
