/** Small files that a phone could send, and what somebody else could. */
import { crc32, deflateSync } from 'node:zlib';

/** A grey picture of eight by eight, as every reader takes it. */
const GREY = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBk' +
    'eFxlZ2P/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABcQAAMBAAAAAAAAAAAAAAAAAAAWY6H/2gAIAQEAAD8AO9dP/9k=',
  'base64',
);
/** where its JFIF segment ends */
const HEAD = 20;

export const SECRET_PLACE = 'GPS 28.8421N 108.7671E';

const segment = (marker: number, body: Uint8Array) => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

/** EXIF with a camera's words, a GPS directory, and how the camera was held. */
function exif(orientation: number): Buffer {
  const tiff = Buffer.alloc(80);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(3, 8);
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(count, at + 4);
    tiff.writeUInt32LE(value, at + 8);
  };
  entry(10, 0x010f, 2, SECRET_PLACE.length, 52);
  entry(22, 0x0112, 3, 1, orientation);
  entry(34, 0x8825, 4, 1, 50);
  tiff.write(SECRET_PLACE, 52, 'latin1');
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
}

export interface PhotoOptions {
  readonly orientation?: number;
  /** bytes of padding, to make it long */
  readonly pad?: number;
  /** what its frame claims */
  readonly size?: readonly [width: number, height: number];
}

/** A photo as a phone makes it: with place, comment, an embedded small picture, and something behind the end. */
export function photo({ orientation = 1, pad = 0, size = [8, 8] }: PhotoOptions = {}): Buffer {
  const picture = Buffer.from(GREY.subarray(HEAD));
  const frame = picture.indexOf(Buffer.from([0xff, 0xc0]));
  picture.writeUInt16BE(size[1], frame + 5);
  picture.writeUInt16BE(size[0], frame + 7);
  const padding: Buffer[] = [];
  // a table that is never used is part of the picture
  for (let left = pad; left > 0; left -= 65_000) {
    const fill = Buffer.alloc(Math.min(left, 65_000), 0x41);
    padding.push(segment(0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0', 'latin1'), fill])));
  }
  return Buffer.concat([
    GREY.subarray(0, HEAD),
    segment(0xe1, exif(orientation)),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${SECRET_PLACE}`, 'latin1')),
    segment(0xed, Buffer.from(`Photoshop 3.0\0${SECRET_PLACE}`, 'latin1')),
    segment(0xfe, Buffer.from(SECRET_PLACE, 'latin1')),
    ...padding,
    picture,
    Buffer.from(`PK\x03\x04${SECRET_PLACE}`, 'latin1'),
  ]);
}

/** The same with nothing but the picture. */
export const plainPhoto = (): Buffer => Buffer.from(GREY);

const chunk = (name: string, body: Uint8Array) => {
  const out = Buffer.alloc(12 + body.length);
  out.writeUInt32BE(body.length, 0);
  out.write(name, 4, 'latin1');
  out.set(body, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + body.length)), 8 + body.length);
  return out;
};

export const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

export function png(width = 2, height = 2): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    PNG_SIGNATURE,
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(`Comment\0${SECRET_PLACE}`, 'latin1')),
    chunk('eXIf', exif(6)),
    chunk('tIME', Buffer.from([7, 234, 11, 22, 8, 0, 0])),
    chunk('IDAT', deflateSync(Buffer.alloc(6))),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from('behind the end', 'latin1'),
  ]);
}

/** @param objects besides the catalogue and an empty page */
export function pdf(...objects: (string | Uint8Array)[]): Buffer {
  const numbered = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>',
    ...objects,
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const starts: number[] = [];
  for (const [index, object] of numbered.entries()) {
    starts.push(parts.reduce((sum, part) => sum + part.length, 0));
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object as string), Buffer.from('\nendobj\n'));
  }
  const start = parts.reduce((sum, part) => sum + part.length, 0);
  const rows = starts.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const count = starts.length + 1;
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer\n<</Root 1 0 R/Size ${count}>>\n`;
  parts.push(Buffer.from(`${table}startxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** Objects inside a compressed stream. */
export function objectStream(
  text: string,
  dictionary = '/Type/ObjStm/N 1/First 4/Filter/FlateDecode',
): Buffer {
  const data = deflateSync(Buffer.from(`4 0 ${text}`));
  return Buffer.concat([
    Buffer.from(`<<${dictionary}/Length ${data.length}>>\nstream\r\n`),
    data,
    Buffer.from('\nendstream'),
  ]);
}

export const HEIC = Buffer.from('000000186674797068656963000000006d69663168656963', 'hex');
export const EXE = Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(300)]);
