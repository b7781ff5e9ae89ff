// What the shared code uses and Chrome 70 or iOS 12 do not have yet.
Object.fromEntries ??= <T>(entries: Iterable<readonly [PropertyKey, T]>): Record<PropertyKey, T> => {
  const made: Record<PropertyKey, T> = {};
  for (const [key, value] of entries) made[key] = value;
  return made;
};
