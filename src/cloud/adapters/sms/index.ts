export { createDemoSms, type DemoSms } from './demo';
export { SmsError, type SmsErrorName, type SmsPurpose, type SmsSender } from './sender';
export { createTencentSms, type TencentSmsOptions } from './tencent';
