/** Small sounds as phones keep them: silence, in each of the kinds that are taken. */
const text = (ascii: string) => Buffer.from(ascii, 'latin1');
const big = (value: number) =>
  Buffer.from([value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]);

export const box = (name: string, ...inside: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(inside);
  return Buffer.concat([big(body.length + 8), text(name), body]);
};

/** MPEG-1 layer III, 128 kbit/s at 44.1 kHz: frames of 417 bytes. */
export function mp3({ frames = 4, tag = false } = {}): Buffer {
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0x00]);
  const id3 = Buffer.concat([text('ID3\x03\x00\x00'), Buffer.from([0, 0, 1, 0]), Buffer.alloc(128, 65)]);
  return Buffer.concat([...(tag ? [id3] : []), ...Array.from({ length: frames }, () => frame)]);
}

/** ADTS frames of 32 bytes. */
export function aac(frames = 4): Buffer {
  const frame = Buffer.alloc(32);
  frame.set([0xff, 0xf1, 0x50, 0x80, 32 >> 3, ((32 & 7) << 5) | 0x1f, 0xfc]);
  return Buffer.concat(Array.from({ length: frames }, () => frame));
}

export function wav(samples = 64): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + samples, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.set([1, 0, 1, 0, 0x40, 0x1f, 0, 0, 0x40, 0x1f, 0, 0, 1, 0, 8, 0], 20);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(samples, 40);
  return Buffer.concat([head, Buffer.alloc(samples, 128)]);
}

/** Two pages; what the first one carries. */
export function ogg(carries = 'OpusHead'): Buffer {
  const page = (body: Buffer) =>
    Buffer.concat([text('OggS'), Buffer.alloc(22), Buffer.from([1, body.length]), body]);
  return Buffer.concat([page(Buffer.concat([text(carries), Buffer.alloc(11)])), page(Buffer.alloc(60))]);
}

export function webm(codec = 'A_OPUS', cluster = true): Buffer {
  return Buffer.concat([
    text('\x1aE\xdf\xa3'),
    text('\x42\x82\x84webm'),
    text(`\x16\x54\xae\x6b\x86\x86${codec}`),
    ...(cluster ? [text('\x1fC\xb6u\x83abc')] : []),
  ]);
}

/** @param kinds of its tracks: `soun`, `vide` */
export const mp4 = (kinds: readonly string[] = ['soun'], brand = 'M4A '): Buffer =>
  Buffer.concat([
    box('ftyp', text(brand), big(0)),
    box(
      'moov',
      ...kinds.map((kind) =>
        box('trak', box('mdia', box('hdlr', big(0), big(0), text(kind), Buffer.alloc(12)))),
      ),
    ),
    box('mdat', Buffer.alloc(32)),
  ]);
