/** An ID or card number in what everybody reads. */

/** together, or in the groups in which cards and ID numbers are written; a telephone beside a date is neither */
const TOGETHER = /(?<!\d)(?:\d{17}[Xx]|\d{15,19})(?!\d)/;
const CARD_GROUPS = /(?<!\d)\d{4}(?:[ -]\d{4}){3}(?:[ -]?\d{1,3})?(?!\d)/;
const ID_GROUPS = /(?<!\d)\d{6}[ -](?:\d{8}|\d{4}[ -]\d{4})[ -]\d{3}[\dXx](?!\d)/;

/** Wide digits, and dashes of every kind, as well. */
export function hasPrivateNumber(text: string): boolean {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\u2010-\u2015\u2212_.·]+/g, (gap) => (gap.trim() ? '-' : ' '));
  return [TOGETHER, CARD_GROUPS, ID_GROUPS].some((pattern) => pattern.test(plain));
}
