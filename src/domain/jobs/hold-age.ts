/** Age as postings write it: which limits staff look at first. */

/** below it nobody may be taken on */
const WORKING_AGE = 16;

const YEARS = '(?:周岁|岁)';
const TO = '(?:-|—|~|～|至|到|－)+';
/** 18-45岁、18至45周岁、18岁到45岁、年龄：20—50 */
const RANGE = new RegExp(`\\d{2}${YEARS}?${TO}\\d{2}${YEARS}|年龄[^,\\d]{0,6}\\d{2}${TO}\\d{2}`);
/** 45岁以下、不超过45岁、45岁以内、年龄45以下、男55以下 */
const UPPER = new RegExp(
  `\\d{2}${YEARS}(?:\\(含\\))?(?:以下|以内|之内|及以下|为限|封顶)|(?:不超过|不大于|低于|小于|不满)\\d{2}${YEARS}|(?:年龄|[男女])[^,\\d男女]{0,4}\\d{2}(?:以下|以内)|\\d{2}${YEARS}?以上(?:勿扰|不要|免谈)`,
);
const CHILDREN = new RegExp(`(\\d{1,2})${YEARS}(?:\\(含\\))?(?:以上|起|-|至|到|~)`);

/**
 * An upper limit, whichever; null: none. No figure is let through as the law's own: the age at which people retire rises
 * from year to year and is not the same for all. Work "for people of 45 and more" shuts no older one out.
 */
export const ageLimit = (clause: string): string | null =>
  (RANGE.exec(clause) ?? UPPER.exec(clause))?.[0] ?? null;

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
