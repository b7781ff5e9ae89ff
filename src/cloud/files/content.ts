/**
 * How a file lies in the store. Each has a key of its own, kept sealed in its row: changing the house's keys seals that
 * anew and touches nothing in the store, and with the row the content is gone wherever a copy of it remains. The pieces
 * that arrive lie under `<id>/<offset>`. The whole lies under `<id>`, in segments sealed one by one: a part can be read
 * without the rest.
 */
import { randomBytes } from 'node:crypto';
import { MAX_PIECE } from '@/domain/files';
import type { FileStore } from '../adapters/files';
import type { Context } from '../context';
import { refuse } from '../refuse';
import type { FieldCipher } from '../store/field-cipher';
import { openWith, SEAL_BYTES, type SealKey, sealKey, sealWith } from '../store/seal';
import type { FileRow } from './own-file';

const KEY = 'attachment.key';
const OWN_KEY = 0;

export const newKey = (cipher: FieldCipher, id: string): Buffer => cipher.sealBytes(KEY, id, randomBytes(32));

/** @throws NotFound once the row has lost its key */
export function keyOf(cipher: FieldCipher, { id, keyEnc }: Pick<FileRow, 'id' | 'keyEnc'>): SealKey {
  if (!keyEnc) throw refuse('NotFound');
  return sealKey(cipher.openBytes(KEY, id, keyEnc));
}

export const pieceKey = (id: string, offset: number): string => `${id}/${offset}`;

const pieceRow = (id: string, offset: number, of: 'piece' | 'whole') => `${id} ${of} ${offset}`;
const PLACE = 'attachment.content';

export async function putPiece(
  files: FileStore,
  key: SealKey,
  id: string,
  offset: number,
  bytes: Uint8Array,
): Promise<void> {
  const sealed = sealWith(key, OWN_KEY, PLACE, pieceRow(id, offset, 'piece'), bytes);
  await files.put(pieceKey(id, offset), sealed);
}

/** The pieces joined; null when one is not there, or does not begin where the one before ended. */
export async function joinPieces(
  files: FileStore,
  key: SealKey,
  { id, cuts, bytes }: Pick<FileRow, 'id' | 'cuts' | 'bytes'>,
): Promise<Buffer | null> {
  const whole = Buffer.alloc(bytes);
  let at = 0;
  for (const cut of cuts) {
    const sealed = cut === at ? await files.get(pieceKey(id, cut)) : null;
    if (!sealed) return null;
    const piece = openWith(() => key, PLACE, pieceRow(id, cut, 'piece'), sealed);
    if (at + piece.length > bytes) return null;
    at += piece.copy(whole, at);
  }
  return at === bytes ? whole : null;
}

export async function putWhole(files: FileStore, key: SealKey, id: string, bytes: Uint8Array): Promise<void> {
  const segments: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += MAX_PIECE) {
    const segment = bytes.subarray(at, at + MAX_PIECE);
    segments.push(sealWith(key, OWN_KEY, PLACE, pieceRow(id, at, 'whole'), segment));
    // a long file does not hold everybody else up
    await new Promise((resolve) => setImmediate(resolve));
  }
  await files.put(id, Buffer.concat(segments));
}

/** From an offset to the end of its segment; null when the store has lost it. */
export async function readWhole(
  files: FileStore,
  key: SealKey,
  { id, bytes }: Pick<FileRow, 'id' | 'bytes'>,
  offset: number,
): Promise<Buffer | null> {
  if (offset >= bytes) return Buffer.alloc(0);
  const index = Math.floor(offset / MAX_PIECE);
  const from = index * MAX_PIECE;
  const length = Math.min(MAX_PIECE, bytes - from) + SEAL_BYTES;
  const sealed = await files.get(id, { start: index * (MAX_PIECE + SEAL_BYTES), length });
  if (sealed?.length !== length) return null;
  return openWith(() => key, PLACE, pieceRow(id, from, 'whole'), sealed).subarray(offset - from);
}

/** Everything of a file that may lie in the store; the last piece may be there without the row knowing. */
export const objectsOf = ({ id, cuts, received }: Pick<FileRow, 'id' | 'cuts' | 'received'>): string[] => [
  ...new Set([...cuts, received].map((cut) => pieceKey(id, cut))),
  id,
];

/** For the operator: no name and no content. */
export const logFiles = ({ requestId }: Pick<Context, 'requestId'>, words: string): void =>
  void process.stderr.write(`${requestId} ${words}\n`);
