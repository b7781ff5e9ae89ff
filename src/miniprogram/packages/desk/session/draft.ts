/** A session being written. */
import type { SessionDraftInput, SessionView } from '@/contract/training';
import { chinaClock } from '@/domain/calendar/china';
import { type SessionDraft, sessionProblems } from '@/domain/training';
import { copy } from './copy';

export interface Draft extends Omit<SessionDraftInput, 'capacity' | 'county' | 'town'> {
  /** published twice, it is one; '' : nothing written yet */
  readonly id: string;
  readonly capacity: string;
  readonly town: string;
}

export const EMPTY: Draft = {
  id: '',
  kind: 'skills',
  trade: 'other',
  title: '',
  provider: '',
  town: '',
  address: '',
  starts_on: '',
  ends_on: '',
  from: '09:00',
  to: '17:00',
  enrol_on: '',
  enrol_at: '18:00',
  capacity: '',
  childcare: false,
  about: null,
  bring: null,
  fee: null,
  phone: null,
  route: null,
};

export function draftOf(session: SessionView): Draft {
  const until = chinaClock(Date.parse(session.enrol_until));
  const { kind, trade, title, provider, town, address, starts_on, ends_on, from, to, childcare } = session;
  const { about, bring, fee, phone, route } = session;
  return {
    id: session.id,
    ...{ kind, trade, title, provider, address, starts_on, ends_on, from, to, childcare },
    ...{ about, bring, fee, phone, route },
    town: town ?? '',
    capacity: `${session.capacity}`,
    enrol_on: until.slice(0, 10),
    enrol_at: until.slice(11, 16),
  };
}

export const inputOf = ({ id: _, ...draft }: Draft, county: string): SessionDraftInput => ({
  ...draft,
  county,
  town: draft.town.trim() || null,
  capacity: numberIn(draft.capacity),
});

/** Nobody writes a number in words: what is none counts as none at all. */
const numberIn = (text: string): number => (/^\s*\d{1,6}\s*$/.test(text) ? Number(text) : 0);

export type Problems = Readonly<Partial<Record<keyof SessionDraft, string>>>;

/** What is wrong, by field, as the server would say it. */
export function problemsOf(draft: Draft, county: string, now: number, taken = 0): Problems {
  const empty = {
    ...(draft.title.trim() === '' && { title: copy.empty.title }),
    ...(draft.provider.trim() === '' && { provider: copy.empty.provider }),
    ...(draft.address.trim() === '' && { address: copy.empty.address }),
    ...(draft.starts_on === '' && { starts_on: copy.empty.day }),
    ...(draft.ends_on === '' && { ends_on: copy.empty.day }),
    ...(draft.enrol_on === '' && { enrol_on: copy.empty.day }),
  };
  const days = draft.starts_on !== '' && draft.ends_on !== '' && draft.enrol_on !== '';
  const found = days ? sessionProblems(inputOf(draft, county), now, taken) : [];
  return { ...Object.fromEntries(found.map(({ at, message }) => [at, message])), ...empty };
}
