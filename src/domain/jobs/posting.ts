/** A posting: what is offered, by whom, where, for how much. Null is always "not said", never "no". */
import type {
  Contract,
  Cooperation,
  Exactness,
  Insurance,
  Keep,
  PayUnit,
  PostingKind,
  Shift,
  Skill,
} from './kinds';

/** Fen a unit; null where the posting does not say. */
export interface Pay {
  readonly from_fen: number;
  /** null: one figure, not a range */
  readonly to_fen: number | null;
  readonly unit: PayUnit;
  /** by the piece: how many a day most people make, as the employer says */
  readonly pieces_per_day: number | null;
}

/** GCJ-02 degrees: the datum of the WeChat map and of public maps in China. */
export interface Point {
  readonly lat: number;
  readonly lng: number;
}

/** Beside what is searched. Nothing personal but a telephone number that the employer published. */
export interface PostingWords {
  readonly about: string | null;
  /** when and how the pay is handed out, in the employer's words */
  readonly paid: string | null;
  /** working hours, in the employer's words */
  readonly hours: string | null;
  readonly insurance: readonly Insurance[];
  readonly contract: Contract | null;
  readonly phone: string | null;
  readonly route: string | null;
  /** by day or piece: of what time to what time, how many people */
  readonly gather: string | null;
  /** the bus that takes people there: from where, when; as its organiser says */
  readonly bus: string | null;
  readonly cooperation: Cooperation | null;
  /** where one goes to, for work outside the county */
  readonly destination: string | null;
  /** the labour brand's id in the region's library */
  readonly brand: string | null;
  /** who says so beside the source itself: the same posting came from these too */
  readonly also: readonly string[];
}

/** What is said of one posting when it comes in, by import, the desk or an employer. */
export interface PostingDraft {
  readonly kind: PostingKind;
  readonly title: string;
  readonly employer: string;
  readonly credit_code: string | null;
  /** six digits: where the work is */
  readonly county: string;
  readonly town: string | null;
  readonly village: string | null;
  readonly address: string | null;
  readonly point: Point;
  readonly exact: Exactness;
  /** work elsewhere: six digits of the county or region whose people it is offered to; null: near by */
  readonly offered_to: string | null;
  readonly pay: Pay | null;
  readonly people: number | null;
  readonly shift: Shift | null;
  readonly board: Keep | null;
  readonly lodging: Keep | null;
  /** hours that leave time for school runs */
  readonly childcare_hours: boolean | null;
  readonly elders: boolean | null;
  /** half and weak labour */
  readonly light: boolean | null;
  readonly skills: readonly Skill[];
  /** ISO day of the first working day; null: at once or as agreed */
  readonly starts_on: string | null;
  /** last ISO day it is open */
  readonly open_until: string;
  readonly words: PostingWords;
}
