import Taro from '@tarojs/taro';
import { onPersonChange } from '@/client/session';
import { copy } from './copy';

/** Puts a text into a file of that name. @returns what to say of it; rejects when the phone would not */
export function saveFile(name: string, text: string): Promise<string> {
  return process.env.TARO_ENV === 'h5' ? download(name, text) : shareOnWechat(name, text);
}

async function download(name: string, text: string): Promise<string> {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  return copy.export.saved;
}

let written: string | null = null;

/** The file lies in the mini-program's folder only until it was handed on, or another person takes the screen. */
async function shareOnWechat(name: string, text: string): Promise<string> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`;
  // at once: WeChat shares only within the press
  Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8');
  written = filePath;
  try {
    await Taro.shareFileMessage({ filePath, fileName: name });
    return copy.export.shared;
  } finally {
    forgetFile();
  }
}

function forgetFile(): void {
  if (written !== null) Taro.getFileSystemManager().unlink({ filePath: written, fail: () => undefined });
  written = null;
}
onPersonChange(forgetFile);

/** To be pasted elsewhere. */
export async function copyText(data: string): Promise<void> {
  await Taro.setClipboardData({ data });
}
