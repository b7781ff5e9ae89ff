import type { SmsPurpose, SmsSender } from './sender';

/** The demonstration's SMS: nothing is sent, the page shows the code under the 演示 banner. */
export interface DemoSms extends SmsSender {
  /** the last code for this number and purpose, or null */
  lastCode(phone: string, purpose: SmsPurpose): string | null;
  /** how many notices went to this number */
  noticesTo(phone: string): number;
}

/** Older ones are forgotten. */
const KEPT = 1000;

/** @throws Error in production: there everybody could sign in as anybody */
export function createDemoSms(env: NodeJS.ProcessEnv = process.env): DemoSms {
  if (env.NODE_ENV === 'production') throw new Error('演示用的短信不能用在正式环境：请去掉 DEMO，配置 SMS_*');
  const codes = new Map<string, string>();
  const notices = new Map<string, string>();
  const keep = (map: Map<string, string>, key: string, value: string) => {
    map.delete(key);
    map.set(key, value);
    const [oldest] = map.keys();
    if (map.size > KEPT && oldest !== undefined) map.delete(oldest);
  };
  return {
    async send(phone, code, purpose) {
      keep(codes, `${purpose} ${phone}`, code);
    },
    lastCode: (phone, purpose) => codes.get(`${purpose} ${phone}`) ?? null,
    notices: {
      plain: true,
      async send(phone, _number, id) {
        keep(notices, id, phone);
        return id;
      },
      outcome: async (_phone, id) => (notices.has(id) ? 'arrived' : 'unknown'),
    },
    noticesTo: (phone) => [...notices.values()].filter((one) => one === phone).length,
  };
}
