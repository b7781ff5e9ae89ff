export default definePageConfig({
  navigationBarTitleText: '记工本',
  enablePageMeta: true,
});
