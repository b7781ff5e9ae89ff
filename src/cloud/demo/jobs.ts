/** Invented postings for the demonstration; dates are counted from today, and those that ended begin anew. */

import { createHash } from 'node:crypto';
import { inArray, sql } from 'drizzle-orm';
import { dayInChina } from '@/domain/calendar/china';
import { dayNumber, isoOf } from '@/domain/calendar/days';
import type { PostingDraft } from '@/domain/jobs';
import { findingsOf, holdReason } from '@/domain/jobs/hold';
import { printOf } from '@/domain/jobs/print';
import type { Services } from '../services';
import { columnsOf } from '../store/jobs/columns';
import { posting } from '../store/schema';
import { DEMO_OFFERS, DEMO_PLACES, DESTINATIONS, type DemoOffer } from './job-offers';

const SOURCE = '样例人社局';
const DAY_MS = 86_400_000;
/** Metres are not the same for all: a few streets apart. */
const STEP = 0.0031;

function idOf(text: string): string {
  const hex = createHash('sha256').update(`demo job ${text}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function payOf({ pay, pieces }: DemoOffer): PostingDraft['pay'] {
  if (pay === null) return null;
  const [from, to, unit] = pay;
  return {
    ...{ from_fen: Math.round(from * 100), to_fen: to === null ? null : Math.round(to * 100), unit },
    pieces_per_day: pieces ?? null,
  };
}

/** @param today `YYYY-MM-DD` */
export function demoDrafts(today: string): PostingDraft[] {
  const now = dayNumber(today);
  return DEMO_OFFERS.map((offer, index): PostingDraft => {
    const place = DEMO_PLACES[offer.at];
    const off = place.for === null ? (index % 4) * STEP : 0;
    return {
      ...{ kind: offer.kind, title: offer.title, employer: offer.employer, credit_code: null },
      ...{ county: place.county, town: place.town, village: null, offered_to: place.for },
      address: place.for === null ? `样例路${index + 1}号` : null,
      point: { lat: place.lat + off, lng: place.lng - off },
      exact: place.for === null ? 'exact' : 'county',
      pay: payOf(offer),
      ...{ people: offer.people, shift: offer.shift ?? null },
      ...{ board: offer.board ?? null, lodging: offer.lodging ?? null },
      ...{
        childcare_hours: offer.childcare ?? null,
        elders: offer.elders ?? null,
        light: offer.light ?? null,
      },
      skills: offer.skills ?? [],
      starts_on: offer.starts === undefined ? null : isoOf(now + offer.starts),
      open_until: isoOf(now + offer.until),
      words: {
        ...{ about: offer.about, paid: offer.paid ?? null, hours: offer.hours ?? null },
        ...{
          insurance: offer.insurance ?? [],
          contract: offer.insurance?.includes('social') ? 'labour' : null,
        },
        ...{ phone: '02300000000', route: null, gather: offer.gather ?? null, bus: offer.bus ?? null },
        cooperation: offer.cooperation ?? null,
        ...{ destination: DESTINATIONS[offer.at] ?? null, brand: offer.brand ?? null, also: [] },
      },
    };
  });
}

/** What is there stays, whatever was done with it; what ran out since is offered again. */
export async function seedJobs({ store: { db } }: Pick<Services, 'store'>, now: Date): Promise<void> {
  const today = dayInChina(now);
  const rows = demoDrafts(today).map((draft, index) => {
    const held = holdReason(findingsOf(draft));
    const state = draft.open_until < today ? ('expired' as const) : ('open' as const);
    const at = new Date(now.getTime() - (index % 6) * DAY_MS);
    return {
      ...columnsOf(draft),
      ...{ id: idOf(draft.title), source: SOURCE, sourceId: draft.title, print: printOf(draft) },
      ...{ state: held === null ? state : ('held' as const), reason: held },
      ...{ postedAt: at, shownAt: at, changedAt: at, version: 1 },
      // every third nobody has looked at yet
      ...(held === null && index % 3 > 0 && { verifiedBy: '样例县人社局', verifiedOn: today }),
    };
  });
  const ids = rows.map(({ id }) => id);
  const known = await db
    .select({ id: posting.id, state: posting.state, until: posting.openUntil })
    .from(posting)
    .where(inArray(posting.id, ids));
  const over = new Set(
    known
      .filter(
        ({ state, until }) =>
          state === 'expired' || (until < today && (state === 'open' || state === 'held')),
      )
      .map(({ id }) => id),
  );
  const wanted = rows.filter(({ id }) => over.has(id) || known.every((one) => one.id !== id));
  if (wanted.length === 0) return;
  await db
    .insert(posting)
    .values(wanted)
    .onConflictDoUpdate({
      target: posting.id,
      set: {
        state: sql`excluded.state`,
        startsOn: sql`excluded.starts_on`,
        openUntil: sql`excluded.open_until`,
        postedAt: sql`excluded.posted_at`,
        shownAt: sql`excluded.shown_at`,
        changedAt: sql`excluded.changed_at`,
        version: sql`${posting.version} + 1`,
      },
    });
}
