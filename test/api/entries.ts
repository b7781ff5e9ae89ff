/** Both entries behind one face: the same journey runs over HTTP and through the cloud function. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import path from 'node:path';
import { createHttpServer } from '@/cloud/entry/http';
import type { Services } from '@/cloud/services';
import type { Keys } from '@/cloud/store/keys';
import type { OutputOf, Path } from '@/contract/api';
import type { Envelope } from '@/contract/errors';
import { book, POLICY_ROOT } from '../book';

/** Who calls: a session token, and the mandate a helper acts under. */
export interface As {
  readonly session?: string;
  readonly actingFor?: string;
}

export interface Entry {
  /** one procedure, with whatever input a test wants to try */
  call<P extends Path>(path: P, input: unknown, as?: As): Promise<Envelope<OutputOf<P>>>;
  close(): Promise<void>;
}

export interface Behind {
  readonly services: Services;
  readonly url: string;
  readonly keys: Keys;
  readonly filesDir: string;
}

export async function httpEntry(
  behind?: Pick<Behind, 'services'>,
  clock?: () => Date,
  policyRoot: string = POLICY_ROOT,
): Promise<Entry & { readonly url: string }> {
  const read = policyRoot === POLICY_ROOT ? book : undefined;
  const server = createHttpServer({ policyRoot, book: read, services: behind?.services, clock });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    call: async (name, input, as) => {
      const response = await post(`${url}/api/call`, { path: name, input }, headersOf(as));
      return (await response.json()) as never;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const BUNDLE = path.join(__dirname, '../../dist/cloud/api');

function headersOf({ session, actingFor }: As = {}): Record<string, string> {
  return {
    ...(session !== undefined && { authorization: `Bearer ${session}` }),
    ...(actingFor !== undefined && { 'x-acting-for': actingFor }),
  };
}

const hex = (key: Buffer) => key.toString('hex');

/** What the environment of a process says of the database and the keys. */
export const houseEnvironment = ({ url, keys, filesDir }: Pick<Behind, 'url' | 'keys' | 'filesDir'>) => ({
  DATABASE_URL: url,
  FIELD_KEYS: [...keys.fields].map(([id, key]) => `${id}:${hex(key)}`).join(','),
  INDEX_KEY: hex(keys.index),
  AUDIT_KEY: hex(keys.audit),
  FILES_DIR: filesDir,
  DEMO: '1',
});

/** And, for the function, of whoever calls. */
const functionEnvironment = (behind: Pick<Behind, 'url' | 'keys' | 'filesDir'>, openid: string) => ({
  ...houseEnvironment(behind),
  WX_CONTEXT_KEYS: 'WX_APPID,WX_OPENID',
  WX_OPENID: openid,
});

/** The built function under Tencent's own framework, in a process of its own. */
export async function functionEntry(
  behind?: Pick<Behind, 'url' | 'keys' | 'filesDir'>,
  openid = 'sample-openid',
): Promise<Entry & { readonly url: string }> {
  if (!existsSync(path.join(BUNDLE, 'index.js')))
    throw new Error('dist/cloud/api is not built: npm run build');
  const port = await freePort();
  const framework = path.join(__dirname, '../../node_modules/@cloudbase/functions-framework/bin/tcb-ff.js');
  const child = spawn(process.execPath, [framework, `--source=${BUNDLE}`, `--port=${port}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(behind && functionEnvironment(behind, openid)) },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const url = `http://127.0.0.1:${port}/`;
  await ready(url, child, () => output);
  return {
    url,
    call: async (name, input, as) => {
      const event = { path: name, input, session: as?.session, acting_for: as?.actingFor };
      return (await (await post(url, event)).json()) as never;
    },
    close: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}

export const post = (url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

async function ready(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) break;
    const up = await post(url, { path: 'policy.scene', input: { scene: 'none' } }).then(
      (response) => response.ok,
      () => false,
    );
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the function did not start:\n${output()}`);
}
