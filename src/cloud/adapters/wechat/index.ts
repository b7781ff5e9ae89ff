export {
  createWechat,
  type MiniProgramCode,
  TEMPLATE_NAMES,
  type Template,
  type TemplateName,
  type Templates,
  WECHAT_API,
  type WechatClient,
  type WechatOptions,
} from './client';
export { WechatError, type WechatErrorName } from './errors';
