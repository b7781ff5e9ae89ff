/** JPEG: walked from segment to segment to the end of the picture. What is behind the end is left out. */
import { joined, startsWith, u16 } from './bytes';
import { bad, type Checked } from './checked';
import { orientationOf, orientationSegment } from './exif';
import { MAX_PIXELS } from './limits';

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const COMMENT = 0xfe;

export const isJpeg = (bytes: Uint8Array): boolean => startsWith(bytes, '\xff\xd8\xff');

const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;
/** Where a frame begins, with its height and width; C4, C8 and CC are something else. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
const isApp = (marker: number) => marker >= 0xe0 && marker <= 0xef;

/** What a reader needs for the right colours; everything else in these segments is about the photo, not of it. */
function isKept(marker: number, body: Uint8Array): boolean {
  if (marker === COMMENT) return false;
  if (!isApp(marker)) return true;
  if (marker === 0xe0) return startsWith(body, 'JFIF\0');
  if (marker === 0xe2) return startsWith(body, 'ICC_PROFILE\0');
  return marker === 0xee && startsWith(body, 'Adobe');
}

/** A JFIF segment may carry a small picture of its own: only the head is kept. */
function headOfJfif(body: Uint8Array): Uint8Array {
  const head = Uint8Array.from([0xff, 0xe0, 0, 16, ...body.subarray(0, 14)]);
  head.fill(0, 16, 18);
  return head;
}

export function checkJpeg(bytes: Uint8Array): Checked {
  const kept: Uint8Array[] = [];
  let orientation = 1;
  let framed = false;
  let scanned = false;
  let at = 2;
  for (;;) {
    if (bytes[at] !== 0xff) return bad('FileBroken');
    // any number of them may stand before a marker
    while (bytes[at + 1] === 0xff) at++;
    const marker = bytes[at + 1];
    if (marker === undefined) return bad('FileBroken');
    if (marker === END) break;
    const length = u16(bytes, at + 2);
    const next = at + 2 + length;
    if (marker < 0xc0 || isRestart(marker) || marker === START || length < 2 || next > bytes.length)
      return bad('FileBroken');
    const body = bytes.subarray(at + 4, next);
    if (isFrame(marker)) {
      const [height, width] = [u16(body, 1), u16(body, 3)];
      if (height === 0 || width === 0) return bad('FileBroken');
      if (height * width > MAX_PIXELS) return bad('PictureTooLarge');
      framed = true;
    }
    if (marker === 0xe1 && startsWith(body, 'Exif\0\0')) orientation = orientationOf(body.subarray(6));
    let end = next;
    if (marker === SCAN) {
      if (!framed) return bad('FileBroken');
      end = endOfScan(bytes, next);
      scanned = true;
    }
    if (marker === 0xe0 && startsWith(body, 'JFIF\0') && body.length >= 14) kept.push(headOfJfif(body));
    else if (isKept(marker, body)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  if (!scanned) return bad('FileBroken');
  const exif = orientation === 1 ? [] : [orientationSegment(orientation)];
  // JFIF wants to be the first
  const jfif = kept[0]?.[1] === 0xe0 ? kept.splice(0, 1) : [];
  const [start, end] = [Uint8Array.of(0xff, START), Uint8Array.of(0xff, END)];
  return { ok: true, type: 'image/jpeg', bytes: joined([start, ...jfif, ...exif, ...kept, end]) };
}

/** The next marker behind the picture's data, in which FF 00 and the restarts are no markers. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; ; at++) {
    at = bytes.indexOf(0xff, at);
    if (at < 0) return bytes.length;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at;
  }
}
