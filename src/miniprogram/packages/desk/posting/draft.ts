/** A posting being written: everything as it is typed. */

import type { OwnPosting, PostingInput } from '@/contract/postings';
import type {
  Contract,
  Cooperation,
  Insurance,
  Keep,
  PayUnit,
  PostingKind,
  Shift,
  Skill,
} from '@/domain/jobs';
import { decidedAnew, looksAnew } from '@/domain/jobs/decided';
import { postingProblems } from '@/domain/jobs/problems';
import { yuan } from '@/domain/money/yuan';
import { fenOf } from '../parts/money';
import { copy } from './copy';

type Or<T> = T | '';

export interface Draft {
  /** made by the phone: sent twice, published once */
  readonly id: string;
  readonly kind: PostingKind;
  readonly title: string;
  readonly people: string;
  readonly skills: readonly string[];
  readonly about: string;
  readonly unit: Or<PayUnit>;
  readonly from: string;
  readonly to: string;
  readonly pieces: string;
  readonly paid: string;
  /** work elsewhere */
  readonly away: boolean;
  readonly county: string;
  readonly province: string;
  readonly destination: string;
  readonly cooperation: Or<Cooperation>;
  readonly bus: string;
  readonly town: string;
  readonly village: string;
  readonly address: string;
  readonly route: string;
  readonly until: string;
  readonly starts: string;
  readonly hours: string;
  readonly gather: string;
  readonly employer: string;
  readonly code: string;
  readonly phone: string;
  readonly shift: Or<Shift>;
  readonly board: Or<Keep>;
  readonly lodging: Or<Keep>;
  readonly insurance: readonly string[];
  readonly contract: Or<Contract>;
  readonly childcare: boolean;
  readonly elders: boolean;
  readonly light: boolean;
}

export const EMPTY: Draft = {
  ...{ id: '', kind: 'enterprise', title: '', people: '', skills: [], about: '' },
  ...{ unit: 'month', from: '', to: '', pieces: '', paid: '' },
  ...{ away: false, county: '', province: '', destination: '', cooperation: '', bus: '' },
  ...{ town: '', village: '', address: '', route: '', until: '', starts: '', hours: '', gather: '' },
  ...{ employer: '', code: '', phone: '', shift: '', board: '', lodging: '', insurance: [], contract: '' },
  ...{ childcare: false, elders: false, light: false },
};

/** One that is there already. */
export function draftOf(posting: OwnPosting): Draft {
  const { pay, people, offered_to, county } = posting;
  const away = offered_to !== null;
  const fen = (value: number | null | undefined) => (value == null ? '' : yuan(value));
  return {
    id: posting.id,
    kind: posting.kind,
    title: posting.title,
    people: people === null ? '' : `${people}`,
    skills: posting.skills,
    about: posting.about ?? '',
    unit: pay?.unit ?? '',
    from: fen(pay?.from_fen),
    to: fen(pay?.to_fen),
    pieces: pay?.pieces_per_day == null ? '' : `${pay.pieces_per_day}`,
    paid: posting.paid ?? '',
    away,
    county: offered_to ?? county,
    province: away ? `${county.slice(0, 2)}0000` : '',
    destination: posting.destination ?? '',
    cooperation: posting.cooperation ?? '',
    bus: posting.bus ?? '',
    town: posting.town ?? '',
    village: posting.village ?? '',
    address: posting.address ?? '',
    route: posting.route ?? '',
    until: posting.open_until,
    starts: posting.starts_on ?? '',
    hours: posting.hours ?? '',
    gather: posting.gather ?? '',
    employer: posting.employer,
    code: posting.credit_code ?? '',
    phone: posting.phone ?? '',
    shift: posting.shift ?? '',
    board: posting.board ?? '',
    lodging: posting.lodging ?? '',
    insurance: posting.insurance,
    contract: posting.contract ?? '',
    childcare: posting.childcare_hours === true,
    elders: posting.elders === true,
    light: posting.light === true,
  };
}

const text = (typed: string): string | null => typed.trim() || null;
const chosen = <T extends string>(one: Or<T>): T | null => (one === '' ? null : one);
/** nobody said no */
const yes = (ticked: boolean): true | null => (ticked ? true : null);
const whole = (typed: string): number | null => (/^\d{1,9}$/.test(typed.trim()) ? Number(typed) : null);
const fenIn = (typed: string): number | null => {
  const fen = fenOf(typed);
  return fen.ok ? fen.fen : null;
};

/** @param known what the form does not ask is as it was */
export function inputOf(draft: Draft, known: OwnPosting | null): PostingInput {
  const { away, unit } = draft;
  const from = unit === '' ? null : fenIn(draft.from);
  const kept = known && known.exact === 'exact' && known.address === text(draft.address);
  // the form asks for the province alone
  const there = known?.offered_to && known.county.slice(0, 2) === draft.province.slice(0, 2) && known.county;
  return {
    kind: draft.kind,
    title: draft.title.trim(),
    employer: draft.employer.trim(),
    credit_code: text(draft.code),
    county: away ? there || draft.province : draft.county,
    town: away ? null : text(draft.town),
    village: away ? null : text(draft.village),
    address: text(draft.address),
    point: kept ? { lat: known.lat, lng: known.lng } : null,
    offered_to: away ? draft.county : null,
    pay:
      unit === '' || from === null
        ? null
        : {
            ...{ from_fen: from, to_fen: fenIn(draft.to), unit },
            pieces_per_day: unit === 'piece' ? whole(draft.pieces) : null,
          },
    people: whole(draft.people),
    shift: chosen(draft.shift),
    board: chosen(draft.board),
    lodging: chosen(draft.lodging),
    childcare_hours: yes(draft.childcare),
    elders: yes(draft.elders),
    light: yes(draft.light),
    skills: [...draft.skills] as Skill[],
    starts_on: text(draft.starts),
    open_until: draft.until,
    about: text(draft.about),
    paid: text(draft.paid),
    hours: text(draft.hours),
    insurance: [...draft.insurance] as Insurance[],
    contract: chosen(draft.contract),
    phone: text(draft.phone),
    route: text(draft.route),
    gather: text(draft.gather),
    bus: away ? text(draft.bus) : null,
    cooperation: away ? chosen(draft.cooperation) : null,
    destination: away ? text(draft.destination) : null,
    brand: known?.brand ?? null,
  };
}

/** What a unit has changed that the county looks at again before people see it; in words. @param today `YYYY-MM-DD` */
export function anewOf(draft: Draft, known: OwnPosting, today: string): string[] {
  const { state, open_until } = known;
  if (state === 'held' || state === 'proposed') return [];
  const seen = state === 'open' && open_until >= today;
  return (seen ? looksAnew : decidedAnew)(known, inputOf(draft, known));
}

export type Problems = Readonly<Partial<Record<keyof Draft, string>>>;

/** Where the form asks for what the server names. */
const FIELDS: Readonly<Record<string, keyof Draft>> = {
  'pay.from_fen': 'from',
  'pay.to_fen': 'to',
  'pay.pieces_per_day': 'pieces',
  open_until: 'until',
  starts_on: 'starts',
  credit_code: 'code',
  offered_to: 'county',
};
export const fieldOf = (at: string): keyof Draft => FIELDS[at] ?? (at as keyof Draft);

/** What is wrong, by field, as the server would say it. @param today `YYYY-MM-DD` */
export function problemsOf(draft: Draft, today: string): Problems {
  const { brand, about, paid, hours, insurance, contract, phone, route, gather, bus, ...rest } = inputOf(
    draft,
    null,
  );
  const { cooperation, destination, ...claimed } = rest;
  const words = { about, paid, hours, insurance, contract, phone, route, gather, bus, cooperation };
  const found = postingProblems({ ...claimed, words: { ...words, destination, brand } }, today);
  const money = (typed: string) => (fenOf(typed).ok ? undefined : copy.money);
  const count = (typed: string) => (typed.trim() === '' || whole(typed) !== null ? undefined : copy.count);
  const typed: Partial<Record<keyof Draft, string | undefined>> = {
    ...(draft.unit !== '' && { from: money(draft.from), to: money(draft.to) }),
    people: count(draft.people),
    ...(draft.unit === 'piece' && { pieces: count(draft.pieces) }),
    ...(draft.title.trim() === '' && { title: copy.empty.title }),
    ...(draft.employer.trim() === '' && { employer: copy.empty.employer }),
    ...(draft.until === '' && { until: copy.empty.until }),
    ...(draft.away && draft.destination.trim() === '' && { destination: copy.empty.destination }),
    ...(draft.away && draft.province === '' && { province: copy.empty.destination }),
  };
  // the first of a field is enough
  const said = [...found].reverse().map(({ at, message }) => [fieldOf(at), message]);
  const own = Object.entries(typed).filter(([, message]) => message !== undefined);
  return Object.fromEntries([...said, ...own]) as Problems;
}
