/** Sound: what somebody said, recorded. */
export const AUDIO_TYPES = [
  'audio/mpeg',
  'audio/mp4',
  'audio/aac',
  'audio/wav',
  'audio/ogg',
  'audio/webm',
] as const;
export type AudioType = (typeof AUDIO_TYPES)[number];
/** What a resident may attach to a case. */
export const FILE_TYPES = ['image/jpeg', 'image/png', 'application/pdf', ...AUDIO_TYPES] as const;
export type FileType = (typeof FILE_TYPES)[number];

export const isFileType = (text: string): text is FileType =>
  (FILE_TYPES as readonly string[]).includes(text);

/** How the name of such a file ends. */
export const FILE_ENDS: Readonly<Record<FileType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/aac': 'aac',
  'audio/wav': 'wav',
  'audio/ogg': 'ogg',
  'audio/webm': 'webm',
};

const KIB = 1024;
export const MAX_FILE = 10 * KIB * KIB;
/** Of one request, before base64. WeChat's cloud takes 100 KB a call: through it the phone sends 64 KiB at most. */
export const MAX_PIECE = 256 * KIB;
/** Each but the last: nobody makes a thousand pieces of a file. */
export const MIN_PIECE = 16 * KIB;
export const MAX_THUMB = 24 * KIB;
/** Wider and higher than any phone's camera; a header that claims more wants to fill the reader's memory. */
export const MAX_PIXELS = 50_000_000;
/** Sent, and not yet part of a case. */
export const MAX_UNUSED = 40;
/** So long a file waits for its case. */
export const UNUSED_DAYS = 7;
