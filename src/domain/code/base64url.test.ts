import fc from 'fast-check';
import { asciiOf, bytesOfAscii, decodeBase64url, encodeBase64url } from './base64url';

describe('base64url', () => {
  test('和 Node 的写法一致，来回不变', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = Buffer.from(bytes).toString('base64url');
        expect(encodeBase64url(bytes)).toBe(text);
        expect(decodeBase64url(text)).toEqual(bytes);
      }),
    );
  });

  test('同样的字节只有一种写法', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        const bytes = decodeBase64url(text);
        if (bytes) expect(encodeBase64url(bytes)).toBe(text);
      }),
    );
  });

  test.each(['A', 'AB==', 'AA+A', 'AA/A', 'AB', 'AAB', 'A A=', 'ＡＡ'])('%s 不是', (text) => {
    expect(decodeBase64url(text)).toBeNull();
  });

  test('只认 ASCII', () => {
    expect(asciiOf(bytesOfAscii('{"t":1}'))).toBe('{"t":1}');
    expect(asciiOf(Uint8Array.of(0xe5, 0xbc, 0xa0))).toBeNull();
  });
});
