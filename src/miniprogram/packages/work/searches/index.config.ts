export default definePageConfig({ navigationBarTitleText: '有新的活告诉我', enablePageMeta: true });
