export default definePageConfig({
  navigationBarTitleText: '台账里的情况',
  enablePageMeta: true,
});
