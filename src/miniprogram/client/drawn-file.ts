/** A small picture drawn on the phone, as a file to hand in. */
import Taro from '@tarojs/taro';
import { newId } from './new-id';
import type { Picked } from './pick';

/** @param png base64 without a prefix */
export function drawnFile(name: string, png: string): Picked {
  const bytes = Math.floor((png.replace(/=+$/, '').length * 3) / 4);
  const file = { name, type: 'image/png', bytes, asIs: true } as const;
  if (process.env.TARO_ENV === 'h5') {
    const content = Uint8Array.from(atob(png), (one) => one.charCodeAt(0));
    return { ...file, blob: new Blob([content], { type: 'image/png' }) };
  }
  const path = `${Taro.env.USER_DATA_PATH}/drawn-${newId()}.png`;
  Taro.getFileSystemManager().writeFileSync(path, png, 'base64');
  return { ...file, path };
}
