/** A signature drawn on the screen, as a file to hand in. */
import Taro from '@tarojs/taro';
import type { Picked } from './pick';

const NAME = '签名.png';

/** @param png base64 */
export function signatureFile(png: string): Picked {
  const bytes = Math.floor((png.length * 3) / 4);
  if (process.env.TARO_ENV === 'h5') {
    const content = Uint8Array.from(atob(png), (one) => one.charCodeAt(0));
    return {
      blob: new Blob([content], { type: 'image/png' }),
      name: NAME,
      type: 'image/png',
      bytes: content.length,
    };
  }
  // overwritten by the next one: what is handed in is copied from here
  const path = `${Taro.env.USER_DATA_PATH}/bangfu-signature.png`;
  Taro.getFileSystemManager().writeFileSync(path, png, 'base64');
  return { path, name: NAME, type: 'image/png', bytes };
}
