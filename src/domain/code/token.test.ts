import fc from 'fast-check';
import { payloadOf } from './payload';
import { codeText, parseToken } from './token';

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const payload = payloadOf({
  reference: 'AAECAwQFBgcICQoLDA0ODw',
  targetGroup: true,
  county: '500242',
  now: 1_795_228_320,
});
const HEADER = { alg: 'EdDSA', kid: 'k1' };
const SIGNATURE = 'A'.repeat(86);
const token = `${encode(HEADER)}.${encode(payload)}.${SIGNATURE}`;
const problem = (text: string) => {
  const read = parseToken(text);
  return read.ok ? 'ok' : read.problem.name;
};

describe('读码', () => {
  test('光是码，或者是我们的核验网址', () => {
    const bare = parseToken(token);
    expect(bare).toMatchObject({ ok: true, token, kid: 'k1', payload });
    if (!bare.ok) throw new Error();
    expect(Buffer.from(bare.signed).toString()).toBe(token.slice(0, token.lastIndexOf('.')));
    expect(bare.signature).toHaveLength(64);
    for (const text of [
      codeText(token, null),
      codeText(token, 'https://bangfu.example.gov.cn'),
      codeText(token, 'https://bangfu.example.gov.cn/app/'),
      `  ${token}\n`,
      `http://192.168.1.5:8080/#/packages/code/verify/index?from=wall&t=${token}&x=1`,
    ])
      expect(parseToken(text)).toEqual(bare);
  });

  test('网址的写法', () => {
    expect(codeText('T', 'https://a.example/')).toBe('https://a.example/#/packages/code/verify/index?t=T');
    expect(codeText('T', null)).toBe('T');
  });

  test.each([
    ['', 'Empty'],
    [' \n', 'Empty'],
    ['https://u.wechat.com/abc', 'NotOurCode'],
    ['https://a.example/#/packages/code/verify/index', 'NotOurCode'],
    ['https://a.example/#/packages/code/verify/index?t=', 'NotOurCode'],
    [`https://a.example/?t=${token}`, 'NotOurCode'],
    ['6901234567892', 'NotOurCode'],
    ['张三', 'NotOurCode'],
    [token.slice(0, 60), 'BrokenCode'],
    [token.slice(0, -1), 'BrokenCode'],
    [`${token.slice(0, -1)}B`, 'BrokenCode'], // leftover bits: a second spelling of the same signature
    [`${token}.A`, 'NotOurCode'],
    [`${encode(HEADER)}.${encode(payload)}`, 'BrokenCode'],
    [`${encode(HEADER)}.${encode({ sub: '张三' })}.${SIGNATURE}`, 'BrokenCode'],
    [`${encode(HEADER)}.${encode({ sub: 'x' })}.${SIGNATURE}`, 'NotOurCode'],
    [`${encode({ alg: 'none' })}.${encode(payload)}.`, 'NotOurCode'],
    [`${encode({ alg: 'HS256', kid: 'k1' })}.${encode(payload)}.${SIGNATURE}`, 'NotOurCode'],
    [`${encode({ ...HEADER, crit: ['b64'] })}.${encode(payload)}.${SIGNATURE}`, 'BrokenCode'],
    [`${encode({ ...HEADER, kid: '../../k' })}.${encode(payload)}.${SIGNATURE}`, 'BrokenCode'],
    [`eyJ${'A'.repeat(600)}`, 'TooLong'],
    ['A'.repeat(1_000_000), 'TooLong'],
  ])('%.60s：%s', (text, name) => {
    expect(problem(text)).toBe(name);
  });

  test('什么都喂不坏它', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => parseToken(text).ok === false));
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, char) => {
        expect(() => parseToken(token.slice(0, at) + char + token.slice(at + 1))).not.toThrow();
      }),
    );
  });
});
