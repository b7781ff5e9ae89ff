import fc from 'fast-check';
import { bands, cellOf, covered, metresBetween, reach, ringsFor, square } from './cells';

const inChina = fc.record({
  lat: fc.double({ min: 3, max: 54, noNaN: true }),
  lng: fc.double({ min: 73, max: 136, noNaN: true }),
});
const rings = fc.integer({ min: 0, max: 20 });

test('一排一排的格子，和一格一格数的是同样那些', () => {
  fc.assert(
    fc.property(inChina, rings, fc.integer({ min: -1, max: 20 }), (at, far, without) => {
      const { low, high } = bands(at, far, without);
      const all = low.flatMap((from, n) =>
        Array.from({ length: (high[n] as number) - from + 1 }, (_, k) => from + k),
      );
      expect(all.sort()).toEqual(square(at, far, without).sort());
    }),
  );
});

test('说包住了的，一个都不在外面；说够不着的，一个都不在里面', () => {
  const turn = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });
  fc.assert(
    fc.property(
      inChina,
      fc.integer({ min: 1, max: 45 }),
      turn,
      fc.double({ min: 0, max: 1 }),
      (at, far, angle, part) => {
        const degrees = (covered(at, far) * part) / 111_195;
        const there = {
          lat: at.lat + Math.sin(angle) * degrees,
          lng: at.lng + (Math.cos(angle) * degrees) / Math.cos((at.lat * Math.PI) / 180),
        };
        const inside = square(at, far).includes(cellOf(there));
        if (metresBetween(at, there) <= covered(at, far)) expect(inside).toBe(true);
        if (inside) expect(metresBetween(at, there)).toBeLessThanOrEqual(reach(far));
      },
    ),
  );
  expect(covered({ lat: 53, lng: 120 }, ringsFor({ lat: 53, lng: 120 }, 100_000))).toBeGreaterThanOrEqual(
    100_000,
  );
});
