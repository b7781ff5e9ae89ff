/** What the clients of Tencent Cloud's services have in common. */
import { Agent } from 'node:http';

export interface TencentAccount {
  readonly secretId: string;
  readonly secretKey: string;
  /** such as ap-guangzhou */
  readonly region: string;
  /** another address than the service's own, scheme included */
  readonly baseUrl?: string;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;

/** The configuration of an SDK client. @throws TypeError when `baseUrl` is no address */
export function clientConfig({
  secretId,
  secretKey,
  region,
  baseUrl,
  timeoutMs = TIMEOUT_MS,
}: TencentAccount) {
  const address = baseUrl === undefined ? null : new URL(baseUrl);
  return {
    credential: { secretId, secretKey },
    region,
    profile: {
      httpProfile: {
        // seconds, in the SDK
        reqTimeout: timeoutMs / 1000,
        ...(address && { endpoint: address.host, protocol: `${address.protocol}//` }),
        // without TLS it is a test on this machine: past any proxy
        ...(address?.protocol === 'http:' && { agent: new Agent() }),
      },
    },
  };
}

export interface TencentFailure {
  /** null when the service gave none: no connection, no answer in time, an HTTP error */
  readonly code: string | null;
  readonly requestId: string;
}

/** What an exception of the SDK says: a code such as `LimitExceeded.AppDailyLimit`, by which it can be told. */
export function failureOfSdk(error: unknown): TencentFailure {
  const { code, requestId } = (error ?? {}) as { code?: unknown; requestId?: unknown };
  return {
    code: typeof code === 'string' && /^[A-Za-z]+(\.\w+)*$/.test(code) ? code : null,
    requestId: typeof requestId === 'string' ? requestId : '',
  };
}
