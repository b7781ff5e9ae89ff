import type { IncomingMessage } from 'node:http';
import type { Credentials } from '../context';

const header = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
};

/** One household's connection has 2^64 IPv6 addresses: they count as one. */
function neighbourhood(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').length;
  const whole = [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...(tail ?? '').split(':')];
  return whole.slice(0, 4).join(':');
}

/** Behind a proxy of our own (TRUST_PROXY=1) the address it names counts; otherwise anybody could make one up. */
function callerOf(request: IncomingMessage): string {
  const forwarded = process.env.TRUST_PROXY === '1' ? header(request, 'x-forwarded-for') : undefined;
  return neighbourhood(forwarded?.split(',').at(-1)?.trim() || request.socket.remoteAddress || 'unknown');
}

/** `authorization: Bearer <token>`, and `x-acting-for: <mandate>` when a helper acts. */
export function credentialsOf(request: IncomingMessage): Credentials {
  const session = /^Bearer ([\w-]{20,100})$/.exec(header(request, 'authorization') ?? '')?.[1];
  const actingFor = header(request, 'x-acting-for')?.slice(0, 64);
  return {
    ...(session !== undefined && { session }),
    ...(actingFor !== undefined && { actingFor }),
    caller: callerOf(request),
  };
}
