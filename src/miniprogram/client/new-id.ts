import Taro from '@tarojs/taro';

/** Random bytes ahead of need: WeChat hands them out asynchronously, an id is wanted at once. */
let pool: number[] = [];

function fill(): void {
  if (process.env.TARO_ENV === 'h5') {
    pool = [...crypto.getRandomValues(new Uint8Array(256))];
    return;
  }
  // an old WeChat has none
  if (typeof Taro.getRandomValues !== 'function') return;
  void Promise.resolve(
    Taro.getRandomValues({
      length: 256,
      success: ({ randomValues }) => {
        pool = [...new Uint8Array(randomValues)];
      },
    }),
  ).catch(() => undefined);
}
// so that the first id has them too
fill();

const byte = (): number => pool.pop() ?? (Math.random() * 0x10000 + Date.now()) & 0xff;

/** An id made on this phone (UUID, version 4): nobody else's, and not to be guessed. */
export function newId(): string {
  if (pool.length < 32) fill();
  const hex = Array.from({ length: 16 }, (_, at) => {
    const value = byte();
    const fixed = at === 6 ? (value & 0x0f) | 0x40 : at === 8 ? (value & 0x3f) | 0x80 : value;
    return (fixed + 0x100).toString(16).slice(1);
  }).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
