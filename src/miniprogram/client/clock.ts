const two = (n: number) => (n < 10 ? `0${n}` : `${n}`);

/** Today by this phone's calendar, `YYYY-MM-DD`. */
export const today = (now: Date = new Date()): string =>
  `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;

/** 10:32 on the same day, else 11月20日 10:32 */
export function momentText(at: number, now: Date = new Date()): string {
  const then = new Date(at);
  const time = `${two(then.getHours())}:${two(then.getMinutes())}`;
  return today(then) === today(now) ? time : `${then.getMonth() + 1}月${then.getDate()}日 ${time}`;
}
