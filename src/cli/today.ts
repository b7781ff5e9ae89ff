const EIGHT_HOURS = 8 * 3_600_000;

/** Today in China, which is eight hours ahead of UTC all year. */
export const today = (): string => new Date(Date.now() + EIGHT_HOURS).toISOString().slice(0, 10);
