/** jose signs, jose and the phone's tweetnacl verify: the two must agree on everything. */
import { randomBytes } from 'node:crypto';
import { verifyOffline } from '@/client/code-verify';
import { payloadOf } from '@/domain/code';
import { type CodeKeyPair, generateKey, sign, verify } from './signer';

const payload = payloadOf({
  reference: randomBytes(16).toString('base64url'),
  targetGroup: true,
  county: '500242',
  now: 1_795_228_320,
});

let key: CodeKeyPair;
let other: CodeKeyPair;
let token: string;
beforeAll(async () => {
  key = await generateKey();
  other = await generateKey();
  token = await sign(payload, key.privateJwk);
});

/** What both sides say; they say the same. */
async function both(text: string, keys = [key.publicJwk]): Promise<string> {
  const server = await verify(text, keys);
  expect(verifyOffline(text, keys)).toEqual(server);
  return server.ok ? 'ok' : server.problem.name;
}

const changed = (at: number, to: (char: string) => string) =>
  token.slice(0, at) + to(token[at] as string) + token.slice(at + 1);

describe('签发和核验', () => {
  test('签的就是给的内容，两边都认', async () => {
    expect(await verify(token, [other.publicJwk, key.publicJwk])).toEqual({
      ok: true,
      payload,
      kid: key.kid,
    });
    expect(await both(token)).toBe('ok');
    expect(await both(`https://a.example/#/packages/code/verify/index?t=${token}`)).toBe('ok');
  });

  test('码里没有别的：头两项，内容五项，总长不到 260', () => {
    const [header, body] = token.split('.').map((part) => Buffer.from(part, 'base64url').toString());
    expect(JSON.parse(header as string)).toEqual({ alg: 'EdDSA', kid: key.kid });
    expect(Object.keys(JSON.parse(body as string))).toEqual(['r', 't', 'c', 'i', 'e']);
    expect(token.length).toBeLessThan(260);
  });

  test('签名里一个字变了：是假的', async () => {
    const start = token.lastIndexOf('.') + 1;
    // every one would be right too; the phone's arithmetic takes its time
    for (let at = start; at < token.length - 1; at += 5)
      expect(await both(changed(at, (char) => (char === 'A' ? 'B' : 'A')))).toBe('Tampered');
  });

  test('内容改了一位（对象标志、区县、时间）：是假的', async () => {
    const [header, , signature] = token.split('.');
    for (const forged of [
      { ...payload, t: 0 },
      { ...payload, c: '500243' },
      { ...payload, i: payload.i + 1 },
      { ...payload, r: randomBytes(16).toString('base64url') },
    ]) {
      const body = Buffer.from(JSON.stringify(forged)).toString('base64url');
      expect(await both(`${header}.${body}.${signature}`)).toBe('Tampered');
    }
  });

  test('翻一位，两边都不认', async () => {
    for (let at = 0; at < token.length; at += 2)
      expect(await both(changed(at, (char) => String.fromCharCode(char.charCodeAt(0) ^ 1)))).not.toBe('ok');
  });

  test('别的钥匙签的：不认识；冒用钥匙名字的：是假的', async () => {
    expect(await both(token, [other.publicJwk])).toBe('UnknownKey');
    expect(await both(token, [])).toBe('UnknownKey');
    const forged = await sign(payload, { ...other.privateJwk, kid: key.kid });
    expect(await both(forged)).toBe('Tampered');
  });

  test('钥匙坏了，手机上算不认识', () => {
    expect(verifyOffline(token, [{ ...key.publicJwk, x: 'AAAA' }])).toMatchObject({
      problem: { name: 'UnknownKey' },
    });
  });

  test('公钥里没有私钥', () => {
    expect(Object.keys(key.publicJwk).sort()).toEqual(['crv', 'kid', 'kty', 'x']);
    expect(key.kid).toMatch(/^[\w-]{8}$/);
  });
});
