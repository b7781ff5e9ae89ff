/** A clock that stands at `now` when the app opens and goes on from there, so that "today" is the same every run. */
export function clockAt(now: string): DateConstructor {
  const ahead = new Date(now).getTime() - Date.now();
  const Shifted = function (this: unknown, ...args: unknown[]) {
    return Reflect.construct(Date, args.length === 0 ? [Date.now() + ahead] : args, new.target ?? Date);
  };
  Shifted.prototype = Date.prototype;
  return Object.assign(Shifted, {
    now: () => Date.now() + ahead,
    parse: Date.parse,
    UTC: Date.UTC,
  }) as unknown as DateConstructor;
}
