/** How a phone sends files, and reads them back. */
import { createHash, randomUUID } from 'node:crypto';
import { MAX_PIECE } from '@/domain/files';
import { photo } from '../sample-files';
import type { Resident } from './resident';

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

interface Sending {
  readonly id?: string;
  readonly name?: string;
  readonly piece?: number;
  /** pieces sent before the line is cut */
  readonly pieces?: number;
}

/** Begins and sends, from wherever it stands. @returns its id */
export async function send(who: Resident, bytes: Buffer, sending: Sending = {}): Promise<string> {
  const {
    id = randomUUID(),
    name = '样例照片.jpg',
    piece = MAX_PIECE,
    pieces = Number.POSITIVE_INFINITY,
  } = sending;
  let { received } = await who.do('files.begin', { id, name, bytes: bytes.length });
  for (let sent = 0; received < bytes.length && sent < pieces; sent++) {
    const base64 = bytes.subarray(received, received + piece).toString('base64');
    ({ received } = await who.do('files.put', { id, offset: received, base64 }));
  }
  return id;
}

export async function upload(who: Resident, bytes: Buffer, sending: Sending = {}): Promise<string> {
  const id = await send(who, bytes, sending);
  await who.do('files.finish', { id, sha256: sha256(bytes) });
  return id;
}

export async function readAll(who: Resident, id: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const piece: { base64: string; next: number | null } = await who.do('files.read', { id, offset });
    parts.push(Buffer.from(piece.base64, 'base64'));
    offset = piece.next;
  }
  return Buffer.concat(parts);
}

/** Three pieces long. */
export const LONG = photo({ orientation: 6, pad: 600_000 });
