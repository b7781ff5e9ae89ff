import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonical, type Logged, logged, START, utf8, verifyChain } from './chain';
import type { Entry } from './diary';

const entry = (id: string, more: Partial<Entry> = {}): Entry => ({
  ...{ id, job: 'j', day: '2026-05-01', kind: 'work', halves: 2, written_at: '2026-05-01T18:00:00.000Z' },
  ...more,
});

function chain(entries: readonly Entry[]): Logged[] {
  const log: Logged[] = [];
  for (const one of entries) log.push(logged(one, log[log.length - 1] ?? null));
  return log;
}
const headOf = (log: readonly Logged[]) => ({ count: log.length, hash: log[log.length - 1]?.hash ?? START });

const days = chain(['a', 'b', 'c', 'd'].map((id) => entry(id)));

test('没动过的：顺序怎么放都对；空的也对', () => {
  expect(verifyChain([...days].reverse(), headOf(days))).toEqual({
    ok: true,
    count: 4,
    last: days[3]?.hash,
  });
  expect(verifyChain([], { count: 0, hash: START }).ok).toBe(true);
});

test('改一个字、抽掉一条、去掉最后几条，都看得出在哪里', () => {
  const changed = days.map((one, at) => (at === 1 ? { ...one, entry: { ...one.entry, halves: 1 } } : one));
  expect(verifyChain(changed, headOf(days))).toMatchObject({ ok: false, why: 'changed', entry: { id: 'b' } });
  const without = days.filter((_, at) => at !== 1);
  expect(verifyChain(without, headOf(days))).toMatchObject({ ok: false, why: 'missing', entry: { id: 'c' } });
  expect(verifyChain(days.slice(0, 3), headOf(days))).toEqual({ ok: false, why: 'cut', entry: null });
});

test('改了以后把自己那条重新算过：下一条对不上', () => {
  const forged = logged(entry('b', { halves: 9 }), days[0] ?? null);
  const log = days.map((one, at) => (at === 1 ? forged : one));
  expect(verifyChain(log, headOf(days))).toMatchObject({ ok: false, why: 'changed', entry: { id: 'c' } });
});

test('写法固定：键的先后、没有值的键不影响', () => {
  expect(canonical({ b: [1, { y: null, x: '二' }], a: undefined })).toBe('{"b":[1,{"x":"二","y":null}]}');
  expect(days[0]?.hash).toBe(
    createHash('sha256')
      .update(`${START}\n${canonical(days[0]?.entry)}`)
      .digest('hex'),
  );
});

test('UTF-8 和 Node 的一样', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect([...utf8(text)]).toEqual([...Buffer.from(text)]);
    }),
  );
});

test('随便改一条的内容，总看得出来', () => {
  const field = fc.record({
    day: fc.constantFrom('2026-05-01', '2026-05-02'),
    paid: fc.nat(9),
    note: fc.string(),
  });
  fc.assert(
    fc.property(fc.array(field, { minLength: 1, maxLength: 8 }), fc.nat(), field, (all, which, other) => {
      const log = chain(all.map((one, at) => entry(`${at}`, one)));
      const at = which % log.length;
      const old = log[at] as Logged;
      const next = { ...old, entry: { ...old.entry, ...other } };
      const same = canonical(next.entry) === canonical(old.entry);
      expect(
        verifyChain(
          log.map((one, index) => (index === at ? next : one)),
          headOf(log),
        ).ok,
      ).toBe(same);
    }),
  );
});
