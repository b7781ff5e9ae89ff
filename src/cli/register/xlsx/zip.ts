/**
 * The few pages of ZIP (PKWARE APPNOTE 6.3) a spreadsheet needs: the central directory, stored and deflated entries as
 * streams. Sizes that files claim are not trusted: what comes out is counted.
 */
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline, type Readable, Transform } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { Refused } from '../refused';

const END = 0x06054b50;
const END_BYTES = 22;
const CENTRAL = 0x02014b50;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const MAX_DIRECTORY = 16 << 20;
/** Unpacked bytes of one entry. A million rows of the register stay well below. */
const MAX_UNPACKED = 4 * 2 ** 30;

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
}

export interface Zip {
  has(name: string): boolean;
  /** unpacked content. @throws Refused when there is no such entry */
  read(name: string): Promise<Readable>;
}

const BROKEN = '这个 XLSX 文件打不开，可能没有下载完整：请用表格软件打开后另存一次';

async function bytesAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw new Refused(BROKEN);
  return buffer;
}

async function directory(handle: FileHandle): Promise<Map<string, Entry>> {
  const { size } = await handle.stat();
  // the end record is followed by a comment of at most 65,535 bytes
  const tail = await bytesAt(
    handle,
    Math.max(0, size - END_BYTES - 0xffff),
    Math.min(size, END_BYTES + 0xffff),
  );
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || tail.length - end < END_BYTES || tail.readUInt32LE(end) !== END) throw new Refused(BROKEN);
  const [length, start] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  if (length > MAX_DIRECTORY) throw new Refused(BROKEN);
  const central = await bytesAt(handle, start, length);
  const entries = new Map<string, Entry>();
  for (let at = 0; at + CENTRAL_BYTES <= central.length; ) {
    if (central.readUInt32LE(at) !== CENTRAL) break;
    const nameLength = central.readUInt16LE(at + 28);
    const name = central.toString('utf8', at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameLength);
    entries.set(name.replaceAll('\\', '/').replace(/^\//, ''), {
      method: central.readUInt16LE(at + 10),
      packed: central.readUInt32LE(at + 20),
      offset: central.readUInt32LE(at + 42),
    });
    at += CENTRAL_BYTES + nameLength + central.readUInt16LE(at + 30) + central.readUInt16LE(at + 32);
  }
  return entries;
}

function counted(): Transform {
  let total = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      total += chunk.length;
      done(total > MAX_UNPACKED ? new Refused('这个 XLSX 解开以后太大，不像是一张表') : null, chunk);
    },
  });
}

/** @throws Refused when the file is no ZIP archive or its directory is broken */
export async function openZip(file: string): Promise<Zip> {
  const within = async <T>(work: (handle: FileHandle) => Promise<T>): Promise<T> => {
    const handle = await open(file);
    try {
      return await work(handle);
    } finally {
      await handle.close();
    }
  };
  const entries = await within(directory);
  return {
    has: (name) => entries.has(name),
    async read(name) {
      const entry = entries.get(name);
      if (!entry || (entry.method !== 0 && entry.method !== 8)) throw new Refused(BROKEN);
      const local = await within((handle) => bytesAt(handle, entry.offset, LOCAL_BYTES));
      const start = entry.offset + LOCAL_BYTES + local.readUInt16LE(26) + local.readUInt16LE(28);
      const out = counted();
      if (entry.packed === 0) return out.end();
      const packed = createReadStream(file, { start, end: start + entry.packed - 1 });
      // an error of any part ends `out` with it, where the reader sees it
      const done = () => undefined;
      if (entry.method === 0) pipeline(packed, out, done);
      else pipeline(packed, createInflateRaw(), out, done);
      return out;
    },
  };
}

export const isBroken = (error: unknown): boolean =>
  error instanceof Error && /^Z_|^ERR_STREAM_PREMATURE/.test((error as NodeJS.ErrnoException).code ?? '');

export const brokenFile = (): Refused => new Refused(BROKEN);
