/** What an earlier version of the app kept is taken as far as it has the shape of now. */
export function fitted<T extends object>(empty: T, found: Readonly<Record<string, unknown>>): T {
  const fits = (now: unknown, then: unknown): boolean => {
    if (Array.isArray(now)) return Array.isArray(then) && then.every((one) => typeof one === 'string');
    // a text that may be missing
    if (now === null) return then === null || typeof then === 'string';
    return typeof now === typeof then;
  };
  const taken = Object.entries(empty).filter(([key, now]) => fits(now, found[key]));
  return { ...empty, ...Object.fromEntries(taken.map(([key]) => [key, found[key]])) };
}
