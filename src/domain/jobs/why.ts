/** Why a posting is shown: facts of it, and of whoever looks. No score: what counts for `fit` stands there to be read. */
import { workRegion } from '../eligibility/derive';
import {
  COOPERATIONS,
  type Cooperation,
  type Exactness,
  type Keep,
  POSTING_KINDS,
  type PostingKind,
  SKILLS,
  type Skill,
} from './kinds';

/** A row: something to be asked about, and where the document says it. */
export type AskAbout = { readonly item: string; readonly title: string } & (
  | { readonly benefit: string; readonly service?: undefined }
  | { readonly service: string; readonly benefit?: undefined }
);

export const FAR_REGIONS = ['other_county_same_province', 'other_province'] as const;
export type FarRegion = (typeof FAR_REGIONS)[number];

/** `jobs` of `region.yaml`: what the region's document says of kinds of work. */
export interface JobsRule {
  readonly reasons: readonly ({
    readonly kinds: readonly PostingKind[];
    readonly text: string;
    /** for work as far away as this alone */
    readonly region?: FarRegion;
  } & (
    | { readonly benefit: string; readonly item?: undefined }
    /** what the document says of such work and gives nobody by name: read on the posting's page alone */
    | { readonly item: string; readonly benefit?: undefined }
  ))[];
  /** for work elsewhere; `later`: facts that only come true there */
  readonly transport: readonly {
    readonly benefit: string;
    readonly text: string;
    readonly later?: readonly string[];
    /** whole months there after which it is told; none where the document names no time: told when they say so */
    readonly after_months?: number;
    /** what the document does not say of it */
    readonly unsaid?: string;
  }[];
  /** when a public-welfare post ends and is not renewed; none: the document says nothing of it */
  readonly post_ends?: { readonly benefit: string; readonly text: string };
  /** what there is for those who go away, to be asked about: a benefit or a service, each with its passage */
  readonly away?: readonly AskAbout[];
  /** what whoever brings people to work can ask about */
  readonly employers?: readonly AskAbout[];
}

/**
 * `mine`: the benefit is the person's, as the rules engine says; `said`: the document says so of this kind, whether it
 * is the person's is not known; `expired`: it did, and is not promised any more.
 */
export interface SaidOfKind {
  readonly kind: PostingKind;
  /** first digits of the counties it is said for */
  readonly prefix: string;
  readonly state: 'mine' | 'said' | 'expired';
  readonly text: string;
  readonly cite: string;
  readonly passage: Passage;
  /** null: wherever it is */
  readonly region: FarRegion | null;
}

/** Where it stands, to be opened. */
export interface Passage {
  /** without the clause, which stands beside it */
  readonly said: string;
  readonly document: string;
  readonly item: string;
  /** null: the document says it of such work and gives nobody anything by name */
  readonly benefit: string | null;
}

export interface SaidOfAway {
  /** as `workRegion` says it */
  readonly region: string;
  readonly state: 'mine' | 'expired';
  readonly text: string;
  readonly cite: string;
  readonly passage: Passage;
}

/** What counts of whoever looks. */
export interface Looker {
  readonly skills: readonly Skill[];
  /** half or weak labour, as the register says */
  readonly light: boolean;
  /** the county of the register */
  readonly home: string | null;
  readonly kinds: readonly SaidOfKind[];
  readonly away: readonly SaidOfAway[];
}

export interface LookedAt {
  readonly kind: PostingKind;
  readonly county: string;
  readonly county_name: string;
  readonly exact: Exactness;
  readonly offered_to: string | null;
  readonly skills: readonly Skill[];
  readonly board: Keep | null;
  readonly lodging: Keep | null;
  readonly childcare_hours: boolean | null;
  readonly elders: boolean | null;
  readonly light: boolean | null;
  readonly cooperation: Cooperation | null;
  readonly bus: boolean;
}

/** How far it is and from where; `about`: where one looks from is itself not exact. */
export interface Away {
  readonly metres: number;
  readonly from: string;
  readonly about: boolean;
}

export interface Reason {
  readonly text: string;
  readonly mine: boolean;
  readonly cite: string | null;
  readonly passage: Passage | null;
  /** it says how far: what says so already leaves it out, and no phone keeps it */
  readonly far: boolean;
}

const plain = (text: string): Reason => ({ text, mine: false, cite: null, passage: null, far: false });
const own = (text: string): Reason => ({ ...plain(text), mine: true });

/** 800米, 2.1公里, 3公里, 35公里: wherever a distance is said */
export const distanceText = (metres: number): string =>
  metres < 950
    ? `${Math.max(50, Math.round(metres / 50) * 50)}米`
    : `${metres < 9950 ? Math.round(metres / 100) / 10 : Math.round(metres / 1000)}公里`;

function howFar({ exact, county_name }: LookedAt, away: Away | null): Reason[] {
  // the middle of a county is nobody's way to work
  if (exact === 'county') return [plain(`在${county_name}，地图上没有标`)];
  if (!away) return [];
  const about = exact !== 'exact' || away.about ? '约' : '';
  return [{ ...plain(`离${away.from}${about}${distanceText(away.metres)}`), far: true }];
}

function kept({ board, lodging }: LookedAt): Reason[] {
  const free = [board === 'free' ? '吃' : '', lodging === 'free' ? '住' : ''].join('');
  return free === '' ? [] : [plain(`包${free}`)];
}

const skillsMet = ({ skills }: LookedAt, looker: Looker): Skill[] =>
  [...new Set(skills)].filter((skill) => looker.skills.includes(skill));

function saidOf(posting: LookedAt, looker: Looker): Reason[] {
  const place = posting.offered_to ?? posting.county;
  const there = posting.offered_to ? workRegion(posting.offered_to, posting.county) : null;
  const kinds = looker.kinds.filter(
    (one) =>
      one.kind === posting.kind &&
      place.startsWith(one.prefix) &&
      (one.region === null || one.region === there),
  );
  const region = posting.offered_to && looker.home ? workRegion(looker.home, posting.county) : null;
  const away = looker.away.filter((one) => one.region === region);
  return [...kinds, ...away].map(({ text, state, cite, passage }) => ({
    ...{ text, cite, passage, far: false },
    mine: state === 'mine',
  }));
}

/** In the order they are read; those that are `mine` are what `fit` counts. */
export function why(posting: LookedAt, looker: Looker, away: Away | null): Reason[] {
  const { light, cooperation } = posting;
  return [
    ...howFar(posting, away),
    ...skillsMet(posting, looker).map((skill) => own(`会${SKILLS[skill]}`)),
    ...(light ? [looker.light ? own('半劳力、弱劳力能干') : plain('半劳力、弱劳力能干')] : []),
    ...kept(posting),
    ...(posting.childcare_hours ? [plain('能接送孩子')] : []),
    ...(posting.elders ? [plain('上了年纪的也收')] : []),
    ...(cooperation && cooperation !== 'other' ? [plain(COOPERATIONS[cooperation])] : []),
    ...(posting.bus ? [plain('有专车送')] : []),
    ...saidOf(posting, looker),
  ];
}

/** （七） is 第七条 */
const article = (item: string): string => item.replace(/^（(.+)）$/, '第$1条');

/** 优先帮扶对象（以工代赈，第七条）; what has expired is said as that. */
export function saidText(
  text: string,
  kind: PostingKind | null,
  item: string,
  expired: string | null,
): string {
  const of = [...(kind ? [POSTING_KINDS[kind].title] : []), article(item)].join('，');
  return saidPlain(text, expired, `（${of}）`);
}

/** Without the clause, where that stands beside it. */
export const saidPlain = (text: string, expired: string | null, of = ''): string =>
  expired === null ? `${text}${of}` : `原来${text}${of}，文件${dayWords(expired)}到期，现在以当地为准`;

export const dayWords = (iso: string): string => {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};
