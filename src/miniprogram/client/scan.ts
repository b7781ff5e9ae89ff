import Taro from '@tarojs/taro';

/** Only WeChat has a scanner; a browser's camera app opens the address in the code by itself. */
export const canScan = process.env.TARO_ENV === 'weapp';

/** What the scanned code says; null when nothing was scanned. */
export async function scan(): Promise<string | null> {
  try {
    const { result } = await Taro.scanCode({ onlyFromCamera: false, scanType: ['qrCode'] });
    return result || null;
  } catch {
    return null; // closed, or the camera was refused: pasting stays
  }
}
