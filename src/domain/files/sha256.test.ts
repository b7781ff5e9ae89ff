import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sha256 } from './sha256';

const bytes = (text: string) => new TextEncoder().encode(text);

function digest(...parts: readonly Uint8Array[]): string {
  const hash = sha256();
  for (const part of parts) hash.add(part);
  return hash.end();
}

// FIPS 180-4, and the NIST examples
test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
  ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
])('标准里的例子（%#）', (text, expected) => {
  expect(digest(bytes(text))).toBe(expected);
});

test('怎么分段都一样，和 Node 的一样', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 6 }), (parts) => {
      const expected = createHash('sha256').update(Buffer.concat(parts)).digest('hex');
      expect(digest(...parts)).toBe(expected);
    }),
  );
});
