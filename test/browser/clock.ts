/** The day the tests take place on, whatever the machine's clock says. */
export const TODAY = '2026-11-21';

/** Runs in the page before the app: the same day on every machine, with time passing as usual. */
export function shiftClock(start: string): void {
  const Real = Date;
  const shift = Real.parse(start) - Real.now();
  class Shifted extends Real {
    constructor(...given: [] | [number | string]) {
      if (given.length === 0) super(Real.now() + shift);
      else if (given.length === 1) super(given[0]);
      else super(...(given as unknown as [number]));
    }
    static override now(): number {
      return Real.now() + shift;
    }
  }
  globalThis.Date = Shifted as DateConstructor;
}
