export default definePageConfig({
  navigationBarTitleText: '核对结业凭证',
  enablePageMeta: true,
});
