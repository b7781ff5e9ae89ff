import { after, cursorText, readCursor } from './cursor';
import { posting } from './store/schema';

const ID = '0b0e7f5e-1c1d-4f6a-9d38-0123456789ab';
const at = new Date('2026-11-22T08:00:00.123Z');

test('给出去的，读回来是同一处；手机上旧的毫秒也认', () => {
  expect(readCursor(cursorText(at, ID))).toEqual({ at, id: ID });
  expect(readCursor(`${at.getTime()} ${ID}`)).toEqual({ at, id: ID });
});

test.each([
  '',
  'x',
  ID,
  `2026-99-01T00:00:00.000Z ${ID}`,
  `+275760-09-13T00:00:00.000Z ${ID}`,
  `99999999999999 ${ID}`,
  `2026-11-22T08:00:00.123Z ${'-'.repeat(36)}`,
  `${at.getTime()} ${ID}0`,
])('%s 不是我们给的：请从第一页重新看', (cursor) => {
  expect(() => after(cursor, { at: posting.postedAt, id: posting.id, order: 'desc' })).toThrow(
    expect.objectContaining({ data: { fields: [{ path: 'cursor', message: '请从第一页重新看' }] } }),
  );
});
