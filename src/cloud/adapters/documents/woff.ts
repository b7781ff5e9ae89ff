import { inflateSync } from 'node:zlib';

const TABLE_RECORD = 16;

/**
 * The plain font (sfnt) inside a WOFF 1.0 file (W3C, WOFF File Format 1.0). pdfkit reads WOFF too, but unpacks the
 * table of glyphs anew for every character: a page took half a minute.
 * @throws Error when it is no WOFF file
 */
export function sfntOf(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF file');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const at = 44 + index * 20;
    const [offset, packed, length] = [4, 8, 12].map((step) => woff.readUInt32BE(at + step)) as [
      number,
      number,
      number,
    ];
    const stored = woff.subarray(offset, offset + packed);
    return {
      tag: woff.subarray(at, at + 4),
      checksum: woff.readUInt32BE(at + 16),
      data: packed < length ? inflateSync(stored) : stored,
    };
  });

  // the header of an sfnt: a power of two that a binary search over the tables starts with
  const power = 2 ** Math.floor(Math.log2(count));
  const header = Buffer.alloc(12 + count * TABLE_RECORD);
  woff.copy(header, 0, 4, 8);
  header.writeUInt16BE(count, 4);
  header.writeUInt16BE(power * TABLE_RECORD, 6);
  header.writeUInt16BE(Math.log2(power), 8);
  header.writeUInt16BE((count - power) * TABLE_RECORD, 10);

  let offset = header.length;
  const bodies = tables.map(({ tag, checksum, data }, index) => {
    const at = 12 + index * TABLE_RECORD;
    tag.copy(header, at);
    header.writeUInt32BE(checksum, at + 4);
    header.writeUInt32BE(offset, at + 8);
    header.writeUInt32BE(data.length, at + 12);
    const padded = Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
    offset += padded.length;
    return padded;
  });
  return Buffer.concat([header, ...bodies]);
}
