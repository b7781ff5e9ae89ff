/** An S3-compatible object store (COS, MinIO, Ceph …), addressed by path: `<endpoint>/<bucket>/<key>`. */
import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { checkedKey, type FileStore, FileStoreError, type Part } from './store';

export interface S3Options {
  /** scheme and host, like https://cos.ap-guangzhou.myqcloud.com */
  readonly endpoint: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
  /** of one try */
  readonly timeoutMs?: number;
  readonly pausesMs?: readonly number[];
}

interface Ask {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  readonly key: string;
  readonly body?: Uint8Array;
  readonly part?: Part;
}

interface Answer {
  readonly status: number;
  readonly bytes: Buffer;
}

const TIMEOUT_MS = 10_000;
const PAUSES_MS = [200, 800];

/** @throws TypeError when the endpoint is no address */
export function createS3Files(options: S3Options): FileStore {
  const { accessKeyId, secretAccessKey, region, timeoutMs = TIMEOUT_MS, pausesMs = PAUSES_MS } = options;
  const signer = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3' });
  const base = `${new URL(options.endpoint).href.replace(/\/+$/, '')}/${encodeURIComponent(options.bucket)}`;

  async function exchange({ method, key, body, part }: Ask): Promise<Answer> {
    const request = await signer.sign(`${base}/${checkedKey(key)}`, {
      method,
      // the store compares: what was damaged on the way is refused
      headers: {
        'x-amz-content-sha256': createHash('sha256')
          .update(body ?? '')
          .digest('hex'),
        ...(body && { 'content-type': 'application/octet-stream' }),
        ...(part && { range: `bytes=${part.start}-${part.start + part.length - 1}` }),
      },
      ...(body && { body: body as BodyInit }),
    });
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), timeoutMs);
    try {
      const response = await fetch(request, { signal: controller.signal, redirect: 'manual' });
      return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
    } catch {
      const why = controller.signal.aborted ? `${timeoutMs} 毫秒没有回答` : '连不上 S3_ENDPOINT';
      throw new FileStoreError('Away', why);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Every request may be repeated: the same bytes under the same key. */
  async function ask(request: Ask): Promise<Answer | null> {
    for (let attempt = 0; ; attempt++) {
      try {
        return outcome(await exchange(request));
      } catch (error) {
        const pause = pausesMs[attempt];
        const away = error instanceof FileStoreError && error.name === 'Away';
        if (!away || pause === undefined) throw error;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  return {
    async put(key, body) {
      if (!(await ask({ method: 'PUT', key, body })))
        throw new FileStoreError('Misconfigured', '存的时候说没有这个地址，请检查 S3_ENDPOINT');
    },
    async get(key, part) {
      const answer = await ask({ method: 'GET', key, part });
      if (!answer || answer.status === 416) return answer && Buffer.alloc(0);
      // a store that knows no ranges sends all
      if (part && answer.status === 200) return answer.bytes.subarray(part.start, part.start + part.length);
      return answer.bytes;
    },
    async remove(key) {
      await ask({ method: 'DELETE', key });
    },
  };
}

/** The codes of the S3 API that an operator can mend, and how. */
const WORDS: Readonly<Record<string, string>> = {
  NoSuchBucket: '没有这个存储桶，请检查 S3_BUCKET',
  InvalidAccessKeyId: '不认这个账号，请检查 S3_ACCESS_KEY_ID',
  SignatureDoesNotMatch: '签名对不上，请检查 S3_SECRET_ACCESS_KEY 和 S3_REGION',
  AuthorizationHeaderMalformed: '地域不对，请检查 S3_REGION',
  AccessDenied: '这个账号没有权限，请给它读、写、删这个存储桶的权限',
  RequestTimeTooSkewed: '这台机器的时钟不准，请校准',
};

/** @returns null when there is no such object. @throws FileStoreError */
function outcome(answer: Answer): Answer | null {
  const { status, bytes } = answer;
  if ((status >= 200 && status < 300) || status === 416) return answer;
  const code = /<Code>(\w{1,60})<\/Code>/.exec(bytes.toString('latin1', 0, 2000))?.[1] ?? '';
  if (status === 404 && code !== 'NoSuchBucket') return null;
  const said = code === '' ? `HTTP ${status}` : `${code}，HTTP ${status}`;
  if (status >= 500 || status === 429 || code === 'SlowDown' || code === 'RequestTimeout')
    throw new FileStoreError('Away', said);
  if (status >= 300 && status < 400)
    throw new FileStoreError('Misconfigured', `要去别的地址（${said}），请检查 S3_ENDPOINT 和 S3_REGION`);
  throw new FileStoreError('Misconfigured', WORDS[code] ? `${WORDS[code]}（${said}）` : said);
}
