/** Age as postings write it: which limits staff look at first. */

/** The lowest age at which a man retires by law, and a woman (2025 on it only rises): a limit there shuts nobody out. */
const RETIRES = 60;
const WOMEN_RETIRE = 50;
/** below it nobody may be taken on */
const WORKING_AGE = 16;

const YEARS = '(?:周岁|岁)';
/** 18-45岁、18至45周岁、18岁到45岁 */
const RANGE = new RegExp(`(\\d{2})${YEARS}?(?:-|—|~|～|至|到|－)+(\\d{2})${YEARS}`);
/** 45岁以下、不超过45岁、45岁以内、年龄45以下 */
const UPPER = new RegExp(
  `(\\d{2})${YEARS}(?:\\(含\\))?(?:以下|以内|之内|及以下|为限|封顶)|(?:不超过|不大于|低于|小于|不满)(\\d{2})${YEARS}|年龄[^,\\d]{0,4}(\\d{2})(?:以下|以内)|(\\d{2})${YEARS}?以上(?:勿扰|不要|免谈)`,
);
const WOMEN = /女/;
const CHILDREN = new RegExp(`(\\d{1,2})${YEARS}(?:\\(含\\))?(?:以上|起|-|至|到|~)`);

/** An upper limit below retirement; null: none. Work "for people of 45 and more" shuts no older one out. */
export function ageLimit(clause: string): string | null {
  const range = RANGE.exec(clause);
  const upper = UPPER.exec(clause);
  // 男60岁以下女55岁以下 is the law's own limit, said of each
  const limits = [
    ...clause.matchAll(new RegExp(`(?:(男|女)[^,\\d男女]{0,4})?(\\d{2})${YEARS}?(?:以下|以内)`, 'g')),
  ];
  if (limits.length > 1)
    return limits.some(([, who, age]) => Number(age) < (who === '女' ? WOMEN_RETIRE : RETIRES))
      ? clause
      : null;
  const age = range?.[2] ?? upper?.slice(1).find((one) => one !== undefined);
  if (age === undefined) return null;
  return Number(age) < (WOMEN.test(clause) && !/男/.test(clause) ? WOMEN_RETIRE : RETIRES)
    ? ((range ?? upper)?.[0] ?? null)
    : null;
}

/** People below sixteen wanted or let in; null: none. */
export function childWork(clause: string): string | null {
  const from = CHILDREN.exec(clause);
  if (from && Number(from[1]) >= 10 && Number(from[1]) < WORKING_AGE && /岁|周岁/.test(clause))
    return from[0];
  return (
    /(?:招|收|要|限)?(?:童工|暑假工[^,]{0,4}1[0-5](?:周岁|岁))|未满16(?:周岁|岁)?(?:也可|可以|均可|也行)/.exec(
      clause,
    )?.[0] ?? null
  );
}
