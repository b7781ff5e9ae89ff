import { adaptersFromEnvironment, ConfigurationProblem } from './from-environment';

const SMS = {
  SMS_SECRET_ID: 'i',
  SMS_SECRET_KEY: 'k',
  SMS_APP_ID: '1400006666',
  SMS_SIGN: '样例县人社局',
  SMS_TEMPLATE_SIGN_IN: '1',
  SMS_TEMPLATE_MANDATE: '2',
};
const from = (env: Record<string, string>) => adaptersFromEnvironment({ NODE_ENV: 'test', PATH: '', ...env });

describe('从环境变量来的外部服务', () => {
  test('什么都没配：什么都没有', () => {
    expect(from({})).toEqual({ wechat: null, sms: null, demoSms: null, speaker: null, files: null });
  });

  test('配了就有', () => {
    const all = from({
      ...SMS,
      WECHAT_APPID: 'wx1',
      WECHAT_SECRET: 's',
      VOICE_SECRET_ID: 'i',
      VOICE_SECRET_KEY: 'k',
      VOICE_TYPE: '101001',
    });
    expect(all.wechat).not.toBeNull();
    expect(all.sms).not.toBeNull();
    expect(all.speaker).not.toBeNull();
    expect(all.demoSms).toBeNull();
  });

  test('演示：短信用替身，配了真的也不用', () => {
    const demo = from({ ...SMS, DEMO: '1', VOICE_SECRET_ID: 'i', VOICE_SECRET_KEY: 'k' });
    expect(demo.sms).toBe(demo.demoSms);
    expect(demo.demoSms).not.toBeNull();
    expect(demo.speaker).toBeNull();
    expect(() => from({ DEMO: '1', NODE_ENV: 'production' })).toThrow('正式环境');
  });

  test.each([
    [{ WECHAT_APPID: 'wx1' }, 'WECHAT_SECRET'],
    [{ ...SMS, SMS_SIGN: ' ' }, 'SMS_SIGN'],
    [{ VOICE_SECRET_KEY: 'k' }, 'VOICE_SECRET_ID'],
    [{ VOICE_SECRET_ID: 'i', VOICE_SECRET_KEY: 'k', VOICE_TYPE: 'Anna' }, 'VOICE_TYPE'],
    [{ WECHAT_APPID: 'wx1', WECHAT_SECRET: 'hidden', WECHAT_API_BASE: 'here' }, 'WECHAT_API_BASE'],
  ])('%j：说出差的是 %s', (env, name) => {
    const attempt = () => from(env as unknown as Record<string, string>);
    expect(attempt).toThrow(ConfigurationProblem);
    expect(attempt).toThrow(name);
    expect(attempt).not.toThrow('hidden');
  });
});
