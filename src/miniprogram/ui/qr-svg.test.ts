import jsQR from 'jsqr';
import { qrSvg } from './qr-svg';

/** The SVG painted by hand, so many pixels a module. */
function paint(address: string, scale: number) {
  const svg = Buffer.from(address.replace('data:image/svg+xml;base64,', ''), 'base64').toString();
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  const width = size * scale;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let py = Number(y) * scale; py < (Number(y) + 1) * scale; py++)
      for (let px = Number(x) * scale; px < (Number(x) + Number(length)) * scale; px++)
        pixels.fill(0, (py * width + px) * 4, (py * width + px) * 4 + 3);
  return { pixels, width, size };
}

const read = (text: string) => {
  const { pixels, width } = paint(qrSvg(text), 4);
  return jsQR(pixels, width, width)?.data;
};

test.each([
  'cq9Xw4Rt',
  `https://bangfu.example.gov.cn/#/packages/code/verify/index?t=${'eyJhbGciOiJFZERTQSJ9.'.repeat(12)}`,
  '样例镇便民服务站',
])('别家的解码器读出来就是原来的内容：%.40s', (text) => {
  expect(read(text)).toBe(text);
});

test('四周留白四格', () => {
  const { pixels, width, size } = paint(qrSvg('cq9Xw4Rt'), 1);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      if (x < 4 || y < 4 || x >= size - 4 || y >= size - 4) expect(pixels[(y * width + x) * 4]).toBe(255);
  expect(pixels[(4 * width + 4) * 4]).toBe(0);
});

test('一个完整的码，图片地址不到 30 KB', () => {
  expect(
    qrSvg(`https://bangfu.example.gov.cn/#/packages/code/verify/index?t=${'A'.repeat(250)}`).length,
  ).toBeLessThan(30_000);
});
