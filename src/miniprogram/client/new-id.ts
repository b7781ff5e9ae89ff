import Taro from '@tarojs/taro';

/** Random bytes ahead of need: WeChat hands them out asynchronously, an id is wanted at once. */
let pool: number[] = [];

function fill(): void {
  if (process.env.TARO_ENV === 'h5') {
    pool = [...crypto.getRandomValues(new Uint8Array(256))];
    return;
  }
  // an old WeChat has none
  Taro.getRandomValues?.({
    length: 256,
    success: ({ randomValues }) => {
      pool = [...new Uint8Array(randomValues)];
    },
  });
}

const byte = (): number => pool.pop() ?? (Math.random() * 256 + Date.now()) & 255;

/**
 * An id made on this phone (UUID, version 4). It has to be the only one of its kind, not a secret: whoever knows it
 * may still do nothing with it.
 */
export function newId(): string {
  if (pool.length < 16) fill();
  const hex = Array.from({ length: 16 }, (_, at) => {
    const value = byte();
    const fixed = at === 6 ? (value & 0x0f) | 0x40 : at === 8 ? (value & 0x3f) | 0x80 : value;
    return (fixed + 0x100).toString(16).slice(1);
  }).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
