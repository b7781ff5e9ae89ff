export default definePageConfig({
  navigationBarTitleText: '帮扶码',
  navigationBarBackgroundColor: '#084A8C',
  navigationBarTextStyle: 'white',
  backgroundColor: '#084A8C',
  enablePageMeta: true,
});
