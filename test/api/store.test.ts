import { randomUUID } from 'node:crypto';
import { createFieldCipher, SealBroken } from '@/cloud/store/field-cipher';
import { account } from '@/cloud/store/schema';
import { type TestDatabase, testDatabase, testKeys } from '../postgres';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

test('一个封好的字段存进去，取出来还是原来的', async () => {
  const { db, cipher } = database.store;
  const id = randomUUID();
  const phoneEnc = cipher.seal('account.phone', id, '13900000001');
  await db.insert(account).values({ id, phoneEnc, createdAt: new Date() });
  const [row] = await db.select().from(account);
  expect(cipher.open('account.phone', id, row?.phoneEnc as Buffer)).toBe('13900000001');
});

describe('封好的字段', () => {
  const keys = testKeys();
  const cipher = createFieldCipher(keys);
  const sealed = cipher.seal('a.b', 'row', '样例甲');

  test('搬到别的行、别的列，改一个字节，都打不开', () => {
    expect(() => cipher.open('a.b', 'other', sealed)).toThrow(SealBroken);
    expect(() => cipher.open('a.c', 'row', sealed)).toThrow(SealBroken);
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] as number) ^ 1;
      expect(() => cipher.open('a.b', 'row', changed)).toThrow(SealBroken);
    }
    expect(() => cipher.open('a.b', 'row', sealed.subarray(0, 20))).toThrow(SealBroken);
  });

  test('旧密钥封的还能开；同一个值两次封出来不一样', () => {
    const old = createFieldCipher({ ...keys, currentField: 1 }).seal('a.b', 'row', '样例甲');
    expect(cipher.keyOf(old)).toBe(1);
    expect(cipher.open('a.b', 'row', old)).toBe('样例甲');
    expect(cipher.seal('a.b', 'row', '样例甲').equals(sealed)).toBe(false);
  });

  test('盲索引按用途分开，换密钥就变', () => {
    expect(cipher.blind('id', 'x').equals(cipher.blind('id', 'x'))).toBe(true);
    expect(cipher.blind('id', 'x').equals(cipher.blind('phone', 'x'))).toBe(false);
    expect(createFieldCipher(testKeys()).blind('id', 'x').equals(cipher.blind('id', 'x'))).toBe(false);
  });
});
