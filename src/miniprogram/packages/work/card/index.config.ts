export default definePageConfig({ navigationBarTitleText: '找活的名片', enablePageMeta: true });
