/** Object stores for tests: one of our own that checks every signature by itself, and OpenStack Swift where it is installed. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createProbe } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { AwsClient } from 'aws4fetch';
import type { S3Options } from '@/cloud/adapters/files';

export interface ObjectStore extends S3Options {
  stop(): Promise<void>;
}

const ACCOUNT = { accessKeyId: 'test:tester', secretAccessKey: 'a-secret-nobody-may-see' };
const PLACE = { bucket: 'papers', region: 'us-east-1' };

const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** Signature Version 4, as the documentation puts it. */
function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const said = /Credential=([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})/.exec(
    request.headers.authorization ?? '',
  );
  const [, credential = '', names = '', signature = ''] = said ?? [];
  const [key, day = '', region = '', service = '', end = ''] = credential.split('/');
  const bodyHash = String(request.headers['x-amz-content-sha256']);
  if (key !== ACCOUNT.accessKeyId || region !== PLACE.region || bodyHash !== sha256(body)) return false;
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const canonical = [request.method, request.url, '', headers.join(''), names, bodyHash].join('\n');
  const scope = [day, region, service, end].join('/');
  const toSign = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const signingKey = [day, region, service, end].reduce<string | Buffer>(
    (before, part) => hmac(before, part),
    `AWS4${ACCOUNT.secretAccessKey}`,
  );
  return timingSafeEqual(hmac(signingKey, toSign), Buffer.from(signature, 'hex'));
}

function fail(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>…</Message></Error>`);
}

/** @param trouble answers instead, when it returns true */
export async function loopbackS3(
  trouble: (request: IncomingMessage, response: ServerResponse) => boolean = () => false,
): Promise<ObjectStore> {
  const objects = new Map<string, Buffer>();
  const answer = (request: IncomingMessage, body: Buffer, response: ServerResponse) => {
    if (trouble(request, response)) return null;
    if (!isSigned(request, body)) return fail(response, 403, 'SignatureDoesNotMatch');
    const url = request.url ?? '';
    if (!url.startsWith(`/${PLACE.bucket}/`)) return fail(response, 404, 'NoSuchBucket');
    if (request.method === 'PUT') objects.set(url, body);
    if (request.method === 'DELETE') objects.delete(url);
    if (request.method !== 'GET') return response.writeHead(request.method === 'PUT' ? 200 : 204).end();
    const object = objects.get(url);
    if (!object) return fail(response, 404, 'NoSuchKey');
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    if (from === undefined) return response.writeHead(200).end(object);
    if (Number(from) >= object.length) return fail(response, 416, 'InvalidRange');
    return response.writeHead(206).end(object.subarray(Number(from), Number(to) + 1));
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => answer(request, Buffer.concat(chunks), response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { endpoint, ...PLACE, ...ACCOUNT, stop };
}

const SWIFT = ['swift-proxy-server', 'swift-account-server', 'swift-container-server', 'swift-object-server'];

/** Whether OpenStack Swift is installed (Debian: swift-proxy, swift-account, swift-container, swift-object). */
export const swiftIsHere = (): boolean =>
  [...SWIFT, 'swift-ring-builder'].every((program) =>
    (process.env.PATH ?? '').split(path.delimiter).some((folder) => isProgram(path.join(folder, program))),
  );

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A whole Swift with its S3 API in a folder of its own: one proxy, one server of each kind, one copy. */
export async function startSwift(): Promise<ObjectStore> {
  const folder = mkdtempSync(path.join(tmpdir(), 'swift-'));
  const file = (name: string, ...lines: string[]) =>
    writeFileSync(path.join(folder, name), `${lines.join('\n')}\n`);
  const base = (port: number) => [
    '[DEFAULT]',
    'bind_ip = 127.0.0.1',
    `bind_port = ${port}`,
    'workers = 0',
    `user = ${userInfo().username}`,
    `swift_dir = ${folder}`,
  ];
  mkdirSync(path.join(folder, 'disks/one'), { recursive: true });
  const hashes = ['swift_hash_path_suffix = a', 'swift_hash_path_prefix = b'];
  file('swift.conf', '[swift-hash]', ...hashes, '[storage-policy:0]', 'name = one', 'default = yes');
  for (const kind of ['account', 'container', 'object']) {
    const port = await freePort();
    const disks = [`devices = ${folder}/disks`, 'mount_check = false'];
    const pipeline = ['[pipeline:main]', `pipeline = ${kind}-server`];
    file(
      `${kind}.conf`,
      ...base(port),
      ...disks,
      ...pipeline,
      `[app:${kind}-server]`,
      `use = egg:swift#${kind}`,
    );
    const ring = (...args: string[]) =>
      execFileSync('swift-ring-builder', [`${kind}.builder`, ...args], { cwd: folder });
    ring('create', '4', '1', '1');
    ring('add', `r1z1-127.0.0.1:${port}/one`, '1');
    ring('rebalance');
  }
  const port = await freePort();
  file(
    'proxy.conf',
    ...base(port),
    ...['[pipeline:main]', 'pipeline = catch_errors cache s3api tempauth proxy-server'],
    ...['[app:proxy-server]', 'use = egg:swift#proxy', 'account_autocreate = true'],
    ...['[filter:catch_errors]', 'use = egg:swift#catch_errors'],
    // nobody answers there, and it does without
    ...['[filter:cache]', 'use = egg:swift#memcache', 'memcache_servers = 127.0.0.1:1'],
    ...['[filter:s3api]', 'use = egg:swift#s3api', `location = ${PLACE.region}`],
    ...[
      '[filter:tempauth]',
      'use = egg:swift#tempauth',
      `user_test_tester = ${ACCOUNT.secretAccessKey} .admin`,
    ],
  );
  const children = SWIFT.map((program) => {
    const config = `${program.split('-')[1]}.conf`;
    return spawn(program, [config], { cwd: folder, stdio: 'ignore' });
  });
  // they would outlive a run that is broken off
  process.once('exit', () => children.map((child) => child.kill('SIGKILL')));
  const stop = async () => {
    await Promise.all(children.map(ended));
    rmSync(folder, { recursive: true, force: true });
  };
  const store: ObjectStore = { endpoint: `http://127.0.0.1:${port}`, ...PLACE, ...ACCOUNT, stop };
  try {
    await makeBucket(store);
  } catch (error) {
    await stop();
    throw error;
  }
  return store;
}

async function makeBucket(store: ObjectStore): Promise<void> {
  const client = new AwsClient({ ...store, service: 's3', retries: 0 });
  for (let tries = 0; tries < 150; tries++) {
    const made = await client.fetch(`${store.endpoint}/${store.bucket}`, { method: 'PUT' }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (made) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('Swift did not start');
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createProbe();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
