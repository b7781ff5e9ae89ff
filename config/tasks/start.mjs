// npm start: install what is missing, build what changed, serve portal and API, show the way in.
import { fork } from 'node:child_process';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { buildBrowser, buildWechat } from './build-steps.mjs';
import { PostgresProblem, startPostgres } from './postgres.mjs';
import { ensureInstalled, say, stop } from './steps.mjs';

const port = Number(process.env.PORT ?? 8080);
if (!Number.isInteger(port) || port < 1 || port > 65535)
  stop(`PORT=${process.env.PORT} 不是端口号，要用 1 到 65535 的整数。`);

const taken = () =>
  stop(`端口 ${port} 已经有别的程序在用。换一个端口：PORT=${port === 65535 ? 8081 : port + 1} npm start`);

/** Said before the long work, not after it. */
await new Promise((resolve) => {
  const probe = createServer();
  probe.once('error', (error) => {
    if (error.code === 'EADDRINUSE') taken();
    stop(`不能在端口 ${port} 上服务：${error.message}`);
  });
  probe.listen(port, () => probe.close(resolve));
});

await ensureInstalled();
await buildBrowser();
await buildWechat();

/** This machine's address in the local network, for phones. */
const lan = Object.values(networkInterfaces())
  .flat()
  .find((address) => address?.family === 'IPv4' && !address.internal)?.address;

const DATA = '.data';
const KEYS = `${DATA}/keys.json`;

/** The database named by DATABASE_URL, or our own in `.data/` with sample residents. */
async function database() {
  if (process.env.DATABASE_URL) return { stop: () => {}, env: {} };
  try {
    const embedded = await startPostgres(DATA);
    const files = process.env.S3_ENDPOINT ? {} : { FILES_DIR: `${DATA}/files` };
    const demo = process.env.NODE_ENV === 'production' ? {} : { DEMO: process.env.DEMO ?? '1' };
    return {
      stop: embedded.stop,
      env: { DATABASE_URL: embedded.url, KEYS_FILE: KEYS, MAKE_KEYS: '1', ...files, ...demo },
    };
  } catch (error) {
    if (error instanceof PostgresProblem) stop(error.message);
    throw error;
  }
}

const { stop: endDatabase, env } = await database();
const server = fork('src/cloud/entry/serve.ts', {
  execArgv: ['--import', 'tsx'],
  env: { PUBLIC_URL: `http://${lan ?? 'localhost'}:${port}`, ...env, ...process.env, PORT: String(port) },
});

// Ctrl-C reaches the whole group; both of us end, the server after its last answer
let ending = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    if (ending) return;
    ending = true;
    server.kill(signal);
  });
}
server.on('exit', (code) => {
  endDatabase();
  process.exit(ending ? 0 : (code ?? 1));
});
server.on('message', async (message) => {
  if (message.failed === 'EADDRINUSE') taken();
  if (message.listening) await welcome(message.listening);
});

/** Addresses and a QR code for a phone on the same network. */
async function welcome(listening) {
  const { default: qrcode } = await import('qrcode');
  say(`\n就业帮扶码已经开好：http://localhost:${listening}`);
  say('微信小程序在 dist/weapp：用微信开发者工具打开这个文件夹（project.config.json）。');
  if (lan) {
    const url = `http://${lan}:${listening}/?scene=cq9Xw4Rt`;
    say(`同一个网络里的手机扫这个码（样例村口的二维码）：${url}\n`);
    say(await qrcode.toString(url, { type: 'terminal', small: true }));
  }
  if (env.DEMO === '1')
    say('演示：样例居民可以一点登录，短信验证码显示在页面上。数据在 .data/，删掉这个文件夹就从头开始。');
  say('按 Ctrl-C 结束。');
}
