// Shared by all tasks. Only Node's own modules: these run on a fresh clone, before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);

export const say = (line) => process.stdout.write(`${line}\n`);

/** What `run` has not seen the end of. */
const running = new Set();

/** Stops with one plain sentence, and whatever runs beside. */
export function stop(message) {
  for (const child of running) child.kill();
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) stop(`需要 Node.js 20 或更新的版本，现在是 ${process.versions.node}。`);

/**
 * Run a command to its end, its output kept and shown only when it fails (or with VERBOSE=1).
 * @returns the output; ends the process with the output when the command fails
 */
export async function run(title, command, args, { env = {}, allowFailure = false, show = false } = {}) {
  const began = Date.now();
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let output = '';
  const loud = show || process.env.VERBOSE === '1';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
      if (loud) process.stdout.write(chunk);
    });
  }
  const code = await new Promise((resolve) => {
    child.on('error', (error) => {
      output += error.message;
      resolve(1);
    });
    child.on('close', resolve);
  });
  running.delete(child);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  if (code !== 0 && !allowFailure) {
    if (!loud) process.stderr.write(output);
    stop(`✕ ${title}：失败（${seconds} 秒）。命令：${command} ${args.join(' ')}`);
  }
  say(`${code === 0 ? '✔' : '✕'} ${title}（${seconds} 秒）`);
  return { code, output };
}

/** A program of node_modules/.bin. */
export const bin = (name) => path.join('node_modules', '.bin', name);

/** Hash of files and folders: paths and contents. */
export function hashOf(inputs) {
  const hash = createHash('sha256');
  const visit = (file) => {
    if (!existsSync(file)) return;
    if (statSync(file).isDirectory()) {
      for (const name of readdirSync(file).sort()) visit(path.join(file, name));
    } else {
      hash.update(file).update('\0').update(readFileSync(file)).update('\0');
    }
  };
  for (const input of inputs) visit(input);
  return hash.digest('hex');
}

const stampFile = (name) => path.join('.cache', `${name}.stamp`);

/** Do the work only when its inputs (files, and settings given as text) changed or its result is gone. */
export async function unlessFresh(name, inputs, outputs, work, settings = '') {
  const now = hashOf(inputs) + settings;
  const file = stampFile(name);
  if (existsSync(file) && readFileSync(file, 'utf8') === now && outputs.every((output) => existsSync(output)))
    return false;
  await work();
  const missing = outputs.filter((output) => !existsSync(output));
  if (missing.length > 0)
    stop(`✕ ${name}：没有生成 ${missing.join('、')}。加 VERBOSE=1 再运行一次可以看到全部输出。`);
  mkdirSync('.cache', { recursive: true });
  writeFileSync(file, now);
  return true;
}

/** Install exactly what the lock file says, once. */
export async function ensureInstalled() {
  await unlessFresh('install', ['package-lock.json'], ['node_modules/.package-lock.json'], async () => {
    say('… 安装依赖（第一次要几分钟）');
    await run('安装依赖', 'npm', ['ci', '--no-audit', '--no-fund']);
  });
}

/** Chromium without its windows: a test of the browser takes a fifth of the time. Some need a whole one all the same. */
const SHELL = '/usr/bin/chromium-headless-shell';

const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

const findChromium = () => [process.env.CHROMIUM_PATH, ...BROWSERS].find((file) => file && existsSync(file));

function hasChineseFont() {
  const fonts = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return fonts.status === 0 && fonts.stdout.trim() !== '';
}

const mayInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
const install = (...packages) =>
  `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;

/** The quick one where it can be had; where not, any other does. */
async function tryShell() {
  if (process.env.CHROMIUM_PATH || existsSync(SHELL) || !mayInstall()) return;
  await run(
    '安装 chromium-headless-shell',
    'timeout',
    ['180', 'sh', '-c', install('chromium-headless-shell')],
    {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
      allowFailure: true,
    },
  );
}

/** A Chromium and a Chinese font: found, installed (as root on Debian), or asked for with the exact command. */
export async function ensureChromium() {
  await tryShell();
  const missing = [
    ...(findChromium() ? [] : ['chromium']),
    ...(hasChineseFont() ? [] : ['fonts-noto-cjk', 'fontconfig']),
  ];
  if (missing.length > 0) {
    const command = install(...missing);
    if (!mayInstall()) {
      stop(`浏览器测试要用 Chromium 和中文字体，这里没有。请先运行：\n\n  sudo sh -c '${command}'\n`);
    }
    await run(`安装 ${missing.join('、')}`, 'sh', ['-c', command], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  const found = findChromium();
  if (!found) stop('装好以后还是找不到 Chromium；用 CHROMIUM_PATH 说明它在哪里。');
  return found;
}
