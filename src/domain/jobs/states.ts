/** How a posting stands, and what the portal itself is called as a source: as the desk reads them. */

/**
 * `held`: held back at import or by the desk, the reason stands beside it; `proposed`: an employer's, not looked at yet;
 * `hidden`: three people said it is not true, or staff; `closed`: whoever posted it; `withdrawn`: gone from its source.
 */
export const POSTING_STATES = {
  proposed: '等区县核实',
  open: '在招',
  held: '扣下了',
  hidden: '隐藏了',
  closed: '停招了',
  withdrawn: '来源撤下了',
  expired: '到期了',
} as const;
export type PostingState = keyof typeof POSTING_STATES;

/** What nobody has looked at, or somebody has doubts about: nobody's to see but whose it is and the desk. */
export const UNSEEN: readonly PostingState[] = ['proposed', 'held', 'hidden'];
/** Nobody is wanted any more. */
export const OVER: readonly PostingState[] = ['closed', 'withdrawn', 'expired'];

/** Written here, and no file's to bring: every other source is the name of an import. */
export const OWN_SOURCES = {
  desk: '本地发布',
  employer: '单位自己发布',
  hands: '零工发布',
} as const;
export type OwnSource = keyof typeof OWN_SOURCES;

export const isOwnSource = (source: string): source is OwnSource => Object.keys(OWN_SOURCES).includes(source);
