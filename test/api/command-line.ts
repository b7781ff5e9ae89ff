/** An operator's program on the database of a test. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Behind, houseEnvironment } from './entries';

const ROOT = path.join(__dirname, '../..');

export interface Ended {
  readonly code: number;
  /** what it said; when it failed, its errors too */
  readonly said: string;
}

/** @param program its file in src/cli, without the ending */
export function commandLine(
  program: string,
  house: () => Pick<Behind, 'url' | 'keys' | 'filesDir'>,
): (...args: string[]) => Promise<Ended> {
  return (...args) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', `src/cli/${program}.ts`, ...args], {
      cwd: ROOT,
      env: { ...process.env, ...houseEnvironment(house()) },
    }).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      (error: { code: number; stdout: string; stderr: string }) => ({
        code: error.code,
        said: error.stdout + error.stderr,
      }),
    );
}
