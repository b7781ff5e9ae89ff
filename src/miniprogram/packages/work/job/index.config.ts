export default definePageConfig({ navigationBarTitleText: '上班和不干', enablePageMeta: true });
