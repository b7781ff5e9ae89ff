/// <reference types="@tarojs/taro" />

declare module '*.scss';

/** Address of the API without a trailing slash; empty = the page's own origin. Set at build time. */
declare const API_BASE: string;
/** `cloud` = WeChat cloud function, else HTTPS. Set at build time. */
declare const TRANSPORT: string;
declare const CLOUD_ENV: string;
