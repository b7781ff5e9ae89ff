export default definePageConfig({
  navigationBarTitleText: '台账里的我',
  enablePageMeta: true,
});
