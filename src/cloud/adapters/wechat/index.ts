export {
  createWechat,
  type MiniProgramCode,
  WECHAT_API,
  type WechatClient,
  type WechatOptions,
} from './client';
export { WechatError, type WechatErrorName } from './errors';
