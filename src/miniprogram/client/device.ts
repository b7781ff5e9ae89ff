import Taro from '@tarojs/taro';

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/iphone/i, '苹果手机'],
  [/ipad/i, '苹果平板'],
  [/openharmony|harmony|ohos/i, '鸿蒙手机'],
  [/android/i, '安卓手机'],
  [/windows/i, 'Windows 电脑'],
  [/mac/i, '苹果电脑'],
  [/ios/i, '苹果手机'],
  [/linux|x11|cros/i, '电脑'],
];

const kindOf = (text: string): string => KINDS.find(([pattern]) => pattern.test(text))?.[1] ?? '设备';

/** What this device is called in the list of where one is signed in: 安卓手机 · 微信. Never a serial number. */
export function deviceName(): string {
  if (process.env.TARO_ENV === 'h5') return `${kindOf(navigator.userAgent)} · 浏览器`;
  try {
    return `${kindOf(Taro.getSystemInfoSync().platform)} · 微信`;
  } catch {
    return '手机 · 微信';
  }
}
