import type { IncomingMessage } from 'node:http';
import { credentialsOf } from './credentials';

const asked = (remoteAddress: string, headers: Record<string, string> = {}) =>
  credentialsOf({ headers, socket: { remoteAddress } } as unknown as IncomingMessage);

test('一条宽带的 IPv6 地址算一个来处；IPv4 各算各的', () => {
  expect(asked('2001:db8:1:2::5').caller).toBe(asked('2001:db8:1:2:ffff:1:2:3').caller);
  expect(asked('2001:db8::5').caller).toBe('2001:db8:0:0');
  expect(asked('2001:db8:1:3::5').caller).not.toBe(asked('2001:db8:1:2::5').caller);
  expect(asked('::1').caller).toBe(asked('::2').caller);
  expect(asked('192.0.2.1').caller).toBe('192.0.2.1');
  expect(asked('::ffff:192.0.2.1').caller).toBe('::ffff:192.0.2.1');
});

test('代理说的地址只在自己的代理后面才信', () => {
  const headers = { 'x-forwarded-for': '198.51.100.7, 203.0.113.9' };
  expect(asked('192.0.2.1', headers).caller).toBe('192.0.2.1');
  process.env.TRUST_PROXY = '1';
  expect(asked('192.0.2.1', headers).caller).toBe('203.0.113.9');
  delete process.env.TRUST_PROXY;
});

test('凭证只从请求头来，形状不对的不要', () => {
  const token = 'a'.repeat(43);
  expect(asked('x', { authorization: `Bearer ${token}`, 'x-acting-for': 'm' })).toMatchObject({
    session: token,
    actingFor: 'm',
  });
  expect(asked('x', { authorization: 'Bearer <script>' }).session).toBeUndefined();
  expect(asked('x', { authorization: `Basic ${token}` }).session).toBeUndefined();
});
