/** What a file is, by its content: its name and what the phone says count for nothing. */
import { audioOfHead, checkAudio } from './audio';
import { ascii } from './bytes';
import { bad, type Checked, type FileProblem } from './checked';
import { checkJpeg, isJpeg } from './jpeg';
import type { FileType } from './limits';
import { checkPdf, type Inflate, isPdf } from './pdf';
import { checkPng, isPng } from './png';

export type { Checked, FileProblem } from './checked';
export * from './limits';
export type { Inflate } from './pdf';

/** Enough to tell what it is. */
export const HEAD_BYTES = 16;

/** Brands of the container in which phones keep HEIC photos. */
const HEIC = /^(hei[cxms]|hev[cxms]|mif1|msf1)$/;

/** What the first bytes say. */
export function typeOfHead(bytes: Uint8Array): FileType | FileProblem {
  if (isJpeg(bytes)) return 'image/jpeg';
  if (isPng(bytes)) return 'image/png';
  if (isPdf(bytes)) return 'application/pdf';
  const heic = ascii(bytes, 4, 8) === 'ftyp' && HEIC.test(ascii(bytes, 8, 12));
  return heic ? 'HeicPhoto' : (audioOfHead(bytes) ?? 'WrongFileType');
}

/** Checks the whole file and takes out where, when and with what it was made. */
export function checkFile(bytes: Uint8Array, inflate: Inflate): Checked {
  if (bytes.length === 0) return bad('FileBroken');
  const type = typeOfHead(bytes);
  switch (type) {
    case 'image/jpeg':
      return checkJpeg(bytes);
    case 'image/png':
      return checkPng(bytes);
    case 'application/pdf':
      return checkPdf(bytes, inflate);
    case 'WrongFileType':
    case 'HeicPhoto':
    case 'PictureTooLarge':
    case 'UnsafePdf':
    case 'FileBroken':
      return bad(type);
    default:
      return checkAudio(bytes, type);
  }
}
