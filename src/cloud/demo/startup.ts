/** An invented shop on its way: every state that a step of the road can be in. */
import { creditCheckDigit } from '@/domain/identity';
import type { SampleCase, SampleStep } from './sample-cases';

const OFFICER = 'staff-youyang';
const OWNER = 'exited';
const BODY = '92500242MA5U0000X';
const LICENCE = BODY + creditCheckDigit(BODY);

/** @param inDays dates as days from today */
export const shopOn = (inDays: (days: number) => string): SampleCase => {
  const did = (of: string, ago: number, more: object = {}) =>
    ({ by: OWNER, of, ago, action: 'did', on: inDays(-ago), ...more }) as SampleStep;
  const desk = (of: string, ago: number, action: string, more: object = {}) =>
    ({ by: OFFICER, of, ago, action, ...more }) as SampleStep;
  return {
    by: OWNER,
    service: 'startup',
    ago: 20,
    answers: {
      county: '500242',
      trade: '样例小面馆',
      shop_name: '样例老李面馆',
      line: 'food',
      licensed: 'none',
      kind: 'individual',
      hires: false,
      premises: 'rent',
      address: '样例板溪镇样例街1号',
      wants: ['certificate', 'subsidy', 'loan', 'training', 'incubator', 'relief'],
      returning: true,
      loan_fen: 8_000_000,
      loan_use: '装修、买灶台',
      name: '样例李已退',
      phone: '13800000002',
    },
    steps: [
      desk('certificate', 19, 'accept'),
      desk('training', 18, 'accept'),
      desk('incubator', 18, 'accept'),
      did('licence', 15, { credit_code: LICENCE }),
      did('insurance', 13),
      desk('loan', 12, 'accept'),
      desk('subsidy', 11, 'accept'),
      desk('certificate', 10, 'approve', { text: '信息核对无误，同意办理。' }),
      desk('incubator', 9, 'refuse', { text: '样例：园里现在没有空位，有空位了再通知。', item: '（八）' }),
      desk('loan', 3, 'ask_supplement', {
        text: '请补一份返乡或者户口的证明，拍照就可以。',
        evidence: ['category'],
        until: inDays(11),
      }),
    ],
  };
};
