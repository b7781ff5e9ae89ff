export { createDemoSms, type DemoSms } from './demo';
export {
  type NoticeOutcome,
  SmsError,
  type SmsErrorName,
  type SmsNotices,
  type SmsPurpose,
  type SmsSender,
} from './sender';
export { createTencentSms, type TencentSmsOptions } from './tencent';
