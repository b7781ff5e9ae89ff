/** A server and a PostgreSQL of its own, with their usual durability; each can be killed at any moment. */
import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { startPostgres } from '../../../config/tasks/postgres.mjs';

const ROOT = path.join(__dirname, '../../..');

export interface RunningServer {
  readonly url: string;
  /** it ended without being killed */
  readonly fell: () => boolean;
  kill(): Promise<void>;
}

export class House {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'kill-'));
  readonly keysFile = path.join(this.folder, 'keys.json');
  readonly filesDir = path.join(this.folder, 'files');
  databaseUrl = '';
  /** what all servers wrote to their error output */
  said = '';
  private port = 0;
  private postmaster = 0;
  private program: string | undefined;
  private stopDatabase: () => void = () => undefined;
  private readonly servers = new Set<ChildProcess>();
  /** a test that has timed out goes on by itself: it must not start anything any more */
  private closed = false;

  constructor() {
    // as root the database runs as another user, who must get in
    chmodSync(this.folder, 0o755);
  }

  /** On the same port after each death: a server that lives on finds it again. */
  async startDatabase(): Promise<void> {
    if (this.closed) throw new Error('closed');
    if (this.port === 0) this.port = await freePort();
    for (let tries = 1; ; tries++) {
      try {
        const { url, stop } = await startPostgres(this.folder, [`port=${this.port}`]);
        this.databaseUrl = url;
        this.stopDatabase = stop;
        if (this.closed) stop();
        break;
      } catch (error) {
        // a backend that was being born when the others were killed takes a moment to notice
        if (tries === 20 || this.closed) throw error;
        await sleep(100);
      }
    }
    const client = new Client(this.databaseUrl);
    await client.connect();
    const { rows } = await client.query<{ pid: string; fsync: string; commit: string }>(
      `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid, current_setting('fsync') as fsync,
         current_setting('synchronous_commit') as commit`,
    );
    await client.end();
    const [row] = rows;
    if (row?.fsync !== 'on' || row.commit !== 'on') throw new Error('durability is weakened');
    this.postmaster = Number(row.pid);
  }

  /** The postmaster and all its backends, as when the machine loses its power; what the disk was given stays. */
  async killDatabase(): Promise<void> {
    const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
    const backends = stdout
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number))
      .filter(([, parent]) => parent === this.postmaster)
      .map(([pid]) => pid as number);
    const all = [this.postmaster, ...backends];
    for (const pid of all) send(pid, 'SIGKILL');
    // whoever asks for the server's state must not see one that is dying
    while (all.some((pid) => send(pid, 0))) await sleep(5);
  }

  /** The server of npm start. @param work whether it does the background work as well */
  async startServer(work: boolean): Promise<RunningServer> {
    if (this.closed) throw new Error('closed');
    this.program ??= bundled(path.join(this.folder, 'server.cjs'));
    const child = fork(this.program, {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: {
        ...process.env,
        PORT: '0',
        DEMO: '1',
        WORK: work ? '1' : '0',
        DATABASE_URL: this.databaseUrl,
        KEYS_FILE: this.keysFile,
        MAKE_KEYS: '1',
        FILES_DIR: this.filesDir,
        WEB_ROOT: 'none',
      },
    });
    this.servers.add(child);
    child.stderr?.on('data', (chunk: Buffer) => {
      this.said += chunk.toString();
    });
    let meant = false;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const listening = new Promise<number>((resolve) =>
      child.on('message', (message: { listening?: number }) => resolve(message.listening ?? 0)),
    );
    const port = await Promise.race([listening, ended]);
    this.servers.delete(child);
    if (!port) throw new Error(`the server did not start:\n${this.said}`);
    this.servers.add(child);
    return {
      url: `http://127.0.0.1:${port}`,
      fell: () => !meant && (child.exitCode !== null || child.signalCode !== null),
      kill: () => {
        meant = true;
        child.kill('SIGKILL');
        this.servers.delete(child);
        return ended;
      },
    };
  }

  /** Whatever is left, also after a failure in the middle. */
  close(): void {
    this.closed = true;
    for (const server of this.servers) server.kill('SIGKILL');
    this.stopDatabase();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** In one file: whoever starts it fifty times does not compile it fifty times. @returns its path */
function bundled(file: string): string {
  const { status, stderr } = spawnSync(
    path.join(ROOT, 'node_modules/.bin/esbuild'),
    [
      'src/cloud/entry/serve.ts',
      `--outfile=${file}`,
      '--bundle',
      '--platform=node',
      '--format=cjs',
      '--log-level=error',
      // one of the packages asks where it lies
      "--banner:js=const __here=require('node:url').pathToFileURL(__filename).href;",
      '--define:import.meta.url=__here',
    ],
    { cwd: ROOT, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the server could not be bundled:\n${stderr}`);
  return file;
}

/** @returns whether there is such a process */
function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
