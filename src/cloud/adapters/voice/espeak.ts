/** The stand-in: espeak-ng, a free program with a Mandarin voice. It sounds like a machine, but it is there offline. */
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { type Speaker, type Speech, sayable, VoiceError } from './speaker';

/** Where a program is, by the PATH, or null. */
export function findProgram(name: string, searchPath: string = process.env.PATH ?? ''): string | null {
  const places = searchPath.split(path.delimiter).filter((folder) => folder !== '');
  const found = places.map((folder) => path.join(folder, name)).find(isProgram);
  return found ?? null;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export interface EspeakOptions {
  readonly program: string;
  readonly timeoutMs?: number;
  /** so many speak at once; the processor is shared with everything else */
  readonly atOnce?: number;
  /** so many wait; who comes after them is told so */
  readonly waiting?: number;
}

/** Words a minute; the usual 175 is too fast to follow. */
const PACE = '150';
const MAX_BYTES = 64_000_000;

export function createEspeak({
  program,
  timeoutMs = 20_000,
  atOnce = 2,
  waiting = 8,
}: EspeakOptions): Speaker {
  let running = 0;
  const queue: (() => void)[] = [];

  async function turn(): Promise<void> {
    if (running < atOnce) {
      running++;
      return;
    }
    if (queue.length >= waiting) throw new VoiceError('Busy', `${queue.length} are waiting`);
    await new Promise<void>((resolve) => queue.push(resolve));
  }
  /** The place goes to whoever waits longest. */
  function leave(): void {
    const next = queue.shift();
    if (next) next();
    else running--;
  }

  return {
    async speak(text) {
      const words = sayable(text);
      await turn();
      try {
        return await run(program, words, timeoutMs);
      } finally {
        leave();
      }
    },
  };
}

function run(program: string, text: string, timeoutMs: number): Promise<Speech> {
  return new Promise((resolve, reject) => {
    // the text goes in by the input: in the arguments everybody on the machine could read it
    const child = spawn(program, ['-v', 'cmn', '-s', PACE, '-b', '1', '--stdin', '--stdout'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    // the option of spawn leaves its timer behind when the program does not start
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    const chunks: Buffer[] = [];
    let length = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      chunks.push(chunk);
      if (length > MAX_BYTES) child.kill('SIGKILL');
    });
    child.on('error', () => {
      clearTimeout(timer);
      reject(new VoiceError('VoiceDown', 'espeak-ng does not start'));
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const bytes = wav(Buffer.concat(chunks));
      if (code === 0 && bytes) resolve({ type: 'audio/wav', bytes });
      else reject(new VoiceError('VoiceDown', `espeak-ng ended with ${signal ?? code}`));
    });
    // it ended before it had read everything: 'close' says how
    child.stdin.on('error', () => undefined);
    child.stdin.end(text);
  });
}

/**
 * A program that writes into a pipe cannot go back and fill in the lengths; players that believe them show hours or
 * nothing. Null when it is no sound.
 */
function wav(bytes: Buffer): Buffer | null {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 36, 40) !== 'data') return null;
  if (bytes.length <= 44) return null;
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.writeUInt32LE(bytes.length - 44, 40);
  return bytes;
}
