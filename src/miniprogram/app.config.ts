export default defineAppConfig({
  pages: ['pages/home/index', 'pages/services/index', 'pages/messages/index', 'pages/me/index'],
  subPackages: [
    { root: 'packages/benefits', pages: ['check/index', 'list/index', 'detail/index'] },
    { root: 'packages/students', pages: ['yulu/index'] },
    { root: 'packages/policy', pages: ['library/index', 'document/index'] },
    { root: 'packages/places', pages: ['choose/index'] },
    { root: 'packages/areas', pages: ['area/index'] },
    { root: 'packages/account', pages: ['signin/index', 'bind/index', 'devices/index'] },
    { root: 'packages/code', pages: ['show/index', 'verify/index'] },
    {
      root: 'packages/desk',
      pages: [
        'home/index',
        'case/index',
        'residents/index',
        'visit/index',
        'numbers/index',
        'staff/index',
        'confirm/index',
        'requests/index',
      ],
    },
    { root: 'packages/notices', pages: ['posts/index'] },
    { root: 'packages/apply', pages: ['service/index', 'form/index', 'filed/index'] },
    {
      root: 'packages/cases',
      pages: ['list/index', 'case/index', 'supplement/index', 'receipt/index', 'follow/index'],
    },
    {
      root: 'packages/family',
      pages: ['household/index', 'member/index', 'facts/index', 'helpers/index'],
    },
    {
      root: 'packages/privacy',
      pages: ['consents/index', 'looks/index', 'data/index', 'complain/index', 'requests/index'],
    },
  ],
  preloadRule: { 'pages/home/index': { network: 'all', packages: ['packages/benefits'] } },
  window: {
    navigationBarTitleText: '就业帮扶码',
    navigationBarBackgroundColor: '#FFFFFF',
    navigationBarTextStyle: 'black',
    backgroundColor: '#F4F6F8',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    // the browser draws its own, a real <nav> with links (ui/tab-bar)
    custom: process.env.TARO_ENV === 'h5',
    color: '#4A5560',
    selectedColor: '#0B5CAD',
    backgroundColor: '#FFFFFF',
    borderStyle: 'black',
    list: [
      {
        pagePath: 'pages/home/index',
        text: '首页',
        iconPath: 'assets/tabs/home.png',
        selectedIconPath: 'assets/tabs/home-on.png',
      },
      {
        pagePath: 'pages/services/index',
        text: '办事',
        iconPath: 'assets/tabs/tasks.png',
        selectedIconPath: 'assets/tabs/tasks-on.png',
      },
      {
        pagePath: 'pages/messages/index',
        text: '消息',
        iconPath: 'assets/tabs/message.png',
        selectedIconPath: 'assets/tabs/message-on.png',
      },
      {
        pagePath: 'pages/me/index',
        text: '我的',
        iconPath: 'assets/tabs/user.png',
        selectedIconPath: 'assets/tabs/user-on.png',
      },
    ],
  },
  style: 'v2',
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  // the browser leaves a blank page when one goes back during an animation
  animation: process.env.TARO_ENV !== 'h5',
});
