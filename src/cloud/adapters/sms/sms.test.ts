import type { ServerResponse } from 'node:http';
import { type Loopback, loopback, sendJson } from '../../../../test/loopback';
import { createDemoSms } from './demo';
import { SmsError } from './sender';
import { createTencentSms } from './tencent';

const PHONE = '13812341234';
let provider: Loopback | undefined;
afterEach(async () => {
  await provider?.close();
  provider = undefined;
});

async function sender(answer: (response: ServerResponse) => void) {
  provider = await loopback((_, response) => answer(response));
  return createTencentSms({
    secretId: 'AKIDexample',
    secretKey: 'a-key-nobody-may-see',
    region: 'ap-guangzhou',
    baseUrl: provider.url,
    timeoutMs: 300,
    appId: '1400006666',
    sign: '样例县人社局',
    templates: { sign_in: '1110', mandate: '1111' },
  });
}

const state = (code: string) => (response: ServerResponse) =>
  sendJson(response, {
    Response: {
      SendStatusSet: [{ SerialNo: '', PhoneNumber: `+86${PHONE}`, Fee: 0, Code: code, Message: '' }],
      RequestId: 'r-1',
    },
  });
const refusal = (code: string) => (response: ServerResponse) =>
  sendJson(response, { Response: { Error: { Code: code, Message: 'no' }, RequestId: 'r-2' } });

describe('腾讯云短信', () => {
  test('照文档的样子发，签了名，不带密钥', async () => {
    const sms = await sender(state('Ok'));
    await sms.send(PHONE, '123456', 'mandate', ['补贴查询']);
    const [asked] = (provider as Loopback).asked;
    expect(asked?.headers['x-tc-action']).toBe('SendSms');
    expect(asked?.headers['x-tc-version']).toBe('2021-01-11');
    expect(asked?.headers.authorization).toMatch(/^TC3-HMAC-SHA256 Credential=AKIDexample\//);
    expect(JSON.stringify(asked)).not.toContain('a-key-nobody-may-see');
    expect(asked?.body).toEqual({
      PhoneNumberSet: ['+8613812341234'],
      SmsSdkAppId: '1400006666',
      SignName: '样例县人社局',
      TemplateId: '1111',
      TemplateParamSet: ['123456', '补贴查询'],
    });
  });

  test.each([
    ['号码一天的条数满了', state('LimitExceeded.PhoneNumberDailyLimit'), 'LimitExceeded'],
    ['请求太密', refusal('RequestLimitExceeded'), 'LimitExceeded'],
    ['号码不对', state('InvalidParameterValue.IncorrectPhoneNumber'), 'WrongNumber'],
    ['号码不收短信', state('FailedOperation.PhoneNumberInBlacklist'), 'WrongNumber'],
    ['对方出错', refusal('InternalError.Timeout'), 'ProviderDown'],
    ['对方不回答', () => undefined, 'ProviderDown'],
    ['网关出错', (response: ServerResponse) => response.writeHead(503).end(), 'ProviderDown'],
    ['不是 JSON', (response: ServerResponse) => response.end('<html>'), 'ProviderDown'],
    [
      '没有状态',
      (response: ServerResponse) => sendJson(response, { Response: { RequestId: 'r' } }),
      'ProviderDown',
    ],
    ['密钥不对', refusal('AuthFailure.SecretIdNotFound'), 'Misconfigured'],
    ['没有余额', state('FailedOperation.InsufficientBalanceInSmsPackage'), 'Misconfigured'],
    ['签名没批', state('FailedOperation.SignatureIncorrectOrUnapproved'), 'Misconfigured'],
  ])('%s', async (_, answer, name) => {
    const sms = await sender((response) => void answer(response));
    const error = await sms.send(PHONE, '123456', 'sign_in').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SmsError);
    expect((error as SmsError).name).toBe(name);
    for (const secret of [PHONE, '123456', 'a-key-nobody-may-see'])
      expect(String((error as Error).stack)).not.toContain(secret);
  });
});

describe('演示用的短信', () => {
  test('记得每个号码、每件事最近的一个', async () => {
    const sms = createDemoSms({ NODE_ENV: 'test' });
    await sms.send(PHONE, '111111', 'sign_in');
    await sms.send(PHONE, '222222', 'sign_in');
    await sms.send(PHONE, '333333', 'mandate');
    expect(sms.lastCode(PHONE, 'sign_in')).toBe('222222');
    expect(sms.lastCode(PHONE, 'mandate')).toBe('333333');
    expect(sms.lastCode('13900000000', 'sign_in')).toBeNull();
  });

  test('只记最近一千个', async () => {
    const sms = createDemoSms({ NODE_ENV: 'test' });
    for (let n = 0; n <= 1000; n++) await sms.send(String(13_800_000_000 + n), '111111', 'sign_in');
    expect(sms.lastCode('13800000000', 'sign_in')).toBeNull();
    expect(sms.lastCode('13800000001', 'sign_in')).toBe('111111');
  });

  test('正式环境里不肯用', () => {
    expect(() => createDemoSms({ NODE_ENV: 'production' })).toThrow('不能用在正式环境');
  });
});
