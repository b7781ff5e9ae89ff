export default definePageConfig({ navigationBarTitleText: '应聘', enablePageMeta: true });
