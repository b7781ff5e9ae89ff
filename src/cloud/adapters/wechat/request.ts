import { errorOf, WechatError } from './errors';

export interface Transport {
  readonly baseUrl: string;
  readonly timeoutMs: number;
  /** waits before the second and the third try when the platform is busy */
  readonly pausesMs: readonly number[];
}

export interface Ask {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** sent as JSON by POST; without one it is a GET */
  readonly body?: Readonly<Record<string, unknown>>;
}

export interface Answer {
  /** content type without its parameters */
  readonly type: string;
  readonly bytes: Buffer;
}

/** Pictures of the largest size are about 200 KB. */
const MAX_BYTES = 4_000_000;

/** One exchange. @throws WechatError Unreachable: the address carries the secret, so nothing of it goes into the error */
async function exchange({ baseUrl, timeoutMs }: Transport, { path, query, body }: Ask): Promise<Answer> {
  const url = new URL(path, baseUrl);
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), timeoutMs);
  try {
    const response = await fetch(url, {
      signal: controller.signal,
      redirect: 'error',
      ...(body && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    if (response.status !== 200) throw new WechatError('Unreachable', null, `HTTP ${response.status}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    if (bytes.length > MAX_BYTES) throw new WechatError('Unexpected', null, 'an answer far too long');
    return { type: (response.headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '', bytes };
  } catch (error) {
    if (error instanceof WechatError) throw error;
    const why = controller.signal.aborted ? `no answer within ${timeoutMs} ms` : 'no connection';
    throw new WechatError('Unreachable', null, why);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * An exchange, tried again while the platform says it is busy (−1). Nothing else is tried again: a login code may have
 * been used up by a request whose answer was lost.
 * @returns the parsed JSON, or the picture
 * @throws WechatError
 */
export async function request(
  transport: Transport,
  ask: Ask,
): Promise<{ json: unknown } | { image: Buffer }> {
  for (let attempt = 0; ; attempt++) {
    const { type, bytes } = await exchange(transport, ask);
    if (type.startsWith('image/')) return { image: bytes };
    const json = parsed(bytes);
    const error = errorOf(json);
    if (!error) return { json };
    const pause = transport.pausesMs[attempt];
    if (error.name !== 'Busy' || pause === undefined) throw error;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** The platform has answered JSON as text/plain for years: the type says nothing. */
function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    throw new WechatError('Unexpected', null, 'an answer that is not JSON');
  }
}
