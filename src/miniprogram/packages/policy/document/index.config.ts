export default definePageConfig({
  navigationBarTitleText: '文件原文',
  enablePageMeta: true,
  enableShareAppMessage: true,
});
