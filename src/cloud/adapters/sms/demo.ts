import type { SmsPurpose, SmsSender } from './sender';

/** The demonstration's SMS: nothing is sent, the page shows the code under the 演示 banner. */
export interface DemoSms extends SmsSender {
  /** the last code for this number and purpose, or null */
  lastCode(phone: string, purpose: SmsPurpose): string | null;
}

/** Older ones are forgotten. */
const KEPT = 1000;

/** @throws Error in production: there everybody could sign in as anybody */
export function createDemoSms(env: NodeJS.ProcessEnv = process.env): DemoSms {
  if (env.NODE_ENV === 'production') throw new Error('演示用的短信不能用在正式环境：请去掉 DEMO，配置 SMS_*');
  const codes = new Map<string, string>();
  return {
    async send(phone, code, purpose) {
      const key = `${purpose} ${phone}`;
      codes.delete(key);
      codes.set(key, code);
      const [oldest] = codes.keys();
      if (codes.size > KEPT && oldest !== undefined) codes.delete(oldest);
    },
    lastCode: (phone, purpose) => codes.get(`${purpose} ${phone}`) ?? null,
  };
}
