/** Putting a file, or a day, where the person finds it again: a download in the browser, WeChat's own ways there. */
import Taro from '@tarojs/taro';
import { onPersonChange } from './session';

const h5 = process.env.TARO_ENV === 'h5';

/** `saved`: downloaded · `shared`: handed to a chat · `opened`: shown, to be kept or forwarded from there */
export type Kept = 'saved' | 'shared' | 'opened';

/** Puts a text into a file of that name. Rejects when the phone would not. */
export function saveFile(name: string, text: string, type = 'application/json'): Promise<Kept> {
  return h5 ? download(name, text, type) : shareOnWechat(name, text);
}

const DOCUMENTS = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** The same for a document. On WeChat it is shown, with the menu to forward it. */
export function saveDocument(name: string, base64: string, kind: keyof typeof DOCUMENTS): Promise<Kept> {
  return h5 ? download(name, bytesOf(base64), DOCUMENTS[kind]) : openOnWechat(name, base64, kind);
}

export const savePdf = (name: string, base64: string): Promise<Kept> => saveDocument(name, base64, 'pdf');

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));

async function download(name: string, content: BlobPart, type: string): Promise<Kept> {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  return 'saved';
}

let written: string | null = null;

function write(name: string, content: string, encoding: 'utf8' | 'base64'): string {
  forgetFile();
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`;
  Taro.getFileSystemManager().writeFileSync(filePath, content, encoding);
  written = filePath;
  return filePath;
}

/** The file lies in the mini-program's folder only until it was handed on, or another person takes the screen. */
async function shareOnWechat(name: string, text: string): Promise<Kept> {
  // at once: WeChat shares only within the press
  const filePath = write(name, text, 'utf8');
  try {
    await Taro.shareFileMessage({ filePath, fileName: name });
    return 'shared';
  } finally {
    forgetFile();
  }
}

async function openOnWechat(name: string, base64: string, fileType: keyof typeof DOCUMENTS): Promise<Kept> {
  const filePath = write(name, base64, 'base64');
  await Taro.openDocument({ filePath, fileType, showMenu: true });
  return 'opened';
}

function forgetFile(): void {
  if (written !== null) Taro.getFileSystemManager().unlink({ filePath: written, fail: () => undefined });
  written = null;
}
onPersonChange(forgetFile);

/** A day in WeChat's own calendar, at nine in the morning. Rejects when the person does not allow it. */
export async function addToCalendar(day: string, title: string): Promise<void> {
  const startTime = Date.parse(`${day}T09:00:00+08:00`) / 1000;
  await Taro.addPhoneCalendar({ title, startTime, alarm: true });
}

/** To be pasted elsewhere. */
export async function copyText(data: string): Promise<void> {
  await Taro.setClipboardData({ data });
}
