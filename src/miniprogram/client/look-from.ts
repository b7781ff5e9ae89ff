/** Where one looks from: the phone's place, asked for once and never kept, or a place that was chosen and is remembered. */

import type { LookFrom, PostingLine } from '@/contract/jobs';
import { homeCodeOf } from '@/domain/eligibility/pack';
import { usePack } from './pack';
import { usePlace } from './place';
import { useRegions } from './regions';
import { personalStore } from './session';
import { isRecord, kept } from './storage';
import { createStore, useStore } from './store';

export interface Here {
  readonly kind: 'here';
  readonly lat: number;
  readonly lng: number;
  readonly datum: 'wgs84' | 'gcj02';
}
export interface Chosen {
  readonly kind: 'place';
  /** six digits */
  readonly county: string;
  readonly name: string;
  readonly town: string | null;
}
export type Where = Here | Chosen;

const isChosen = (value: unknown): value is Chosen =>
  isRecord(value) &&
  value.kind === 'place' &&
  typeof value.county === 'string' &&
  typeof value.name === 'string' &&
  (value.town === null || typeof value.town === 'string');
const keptChosen = kept('jobs-from', 1, isChosen);

// gone when the app is closed, and when somebody else takes the screen
const here = personalStore<Here | null>(null);
const chosen = createStore(keptChosen.read());

export function lookFromHere(point: Omit<Here, 'kind'>): void {
  here.set({ kind: 'here', ...point });
}

export function lookFromPlace(place: Omit<Chosen, 'kind'>): void {
  const next: Chosen = { kind: 'place', ...place };
  keptChosen.write(next);
  chosen.set(next);
  here.set(null);
}

export interface County {
  readonly code: string;
  readonly name: string;
}

/** The county whose policies are shown; null before one was chosen. */
export function useHomeCounty(): County | null {
  const { place } = usePlace();
  const { pack } = usePack();
  const { units } = useRegions();
  const unit = (pack?.region.units ?? units)?.find(({ id }) => id === place?.unit);
  return unit && place ? { code: homeCodeOf(unit, place.region), name: unit.short_name } : null;
}

/** null: no place was ever chosen and the phone's was not asked for */
export function useWhere(): Where | null {
  const point = useStore(here);
  const place = useStore(chosen);
  const home = useHomeCounty();
  if (point) return point;
  return place ?? (home && { kind: 'place', county: home.code, name: home.name, town: null });
}

/** False for the moment until the chosen place is read: what is asked before would be asked again. */
export function useWhereKnown(): boolean {
  const where = useWhere();
  const { place } = usePlace();
  const { state } = usePack();
  return where !== null || place === null || state === 'error';
}

export function lookFrom(where: Where): LookFrom {
  if (where.kind === 'here') return { lat: where.lat, lng: where.lng, datum: where.datum };
  return { county: where.county, ...(where.town !== null && { town: where.town }) };
}

/** Without what tells where one looked from: three distances are a place. For what is kept on the phone. */
export const placeless = <T extends Pick<PostingLine, 'metres' | 'reasons'>>(posting: T): T => ({
  ...posting,
  metres: null,
  reasons: posting.reasons.filter(({ far }) => !far),
});
