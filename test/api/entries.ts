/** Both entries behind one face: the same journey runs over HTTP and through the cloud function. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import path from 'node:path';
import { createHttpServer } from '@/cloud/entry/http';
import type { OutputOf, Path } from '@/contract/api';
import type { Envelope } from '@/contract/errors';
import { POLICY_ROOT } from '../book';

export interface Entry {
  /** one procedure, with whatever input a test wants to try */
  call<P extends Path>(path: P, input: unknown): Promise<Envelope<OutputOf<P>>>;
  close(): Promise<void>;
}

export async function httpEntry(): Promise<Entry & { readonly url: string }> {
  const server = createHttpServer({ policyRoot: POLICY_ROOT });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    call: async (name, input) => {
      const response = await post(`${url}/api/call`, { path: name, input });
      return (await response.json()) as never;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const BUNDLE = path.join(__dirname, '../../dist/cloud/api');

/** The built function under Tencent's own framework, in a process of its own. */
export async function functionEntry(): Promise<Entry> {
  if (!existsSync(path.join(BUNDLE, 'index.js')))
    throw new Error('dist/cloud/api is not built: npm run build');
  const port = await freePort();
  const framework = path.join(__dirname, '../../node_modules/@cloudbase/functions-framework/bin/tcb-ff.js');
  const child = spawn(process.execPath, [framework, `--source=${BUNDLE}`, `--port=${port}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const url = `http://127.0.0.1:${port}/`;
  await ready(url, child, () => output);
  return {
    call: async (name, input) => (await (await post(url, { path: name, input })).json()) as never,
    close: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}

export const post = (url: string, body: unknown): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
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
