/** Pages that stand as a code on paper people keep for years: their paths stay. */
export const PRINTED = {
  receipt: 'packages/cases/receipt/index',
  certificate: 'packages/training/verify/index',
  wage_record: 'packages/hands/record/index',
  gathering: 'packages/hands/gathering/index',
} as const;

/** Pages that a message of WeChat opens. */
export const OPENED = { inbox: 'pages/messages/index', case: 'packages/cases/case/index' } as const;

/** In the browser's edition. @param site without a slash at its end */
export const linkTo = (
  site: string,
  page: keyof typeof PRINTED,
  query: Readonly<Record<string, string>>,
): string =>
  `${site}/#/${PRINTED[page]}?${Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;
