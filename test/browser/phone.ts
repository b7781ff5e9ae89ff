/** What lies on a phone before a visit: its size, and what the app itself kept in earlier visits. */
import type { Page } from 'playwright-core';
import type { SignedIn } from '@/contract/session';
import type { FactId, Facts } from '@/domain/eligibility';

export interface Phone {
  readonly width: number;
  readonly height: number;
  /** the person's own choice of text size */
  readonly scale: number;
}

const phone = (width: number, height: number, scale: number): Phone => ({ width, height, scale });

/** The phones every journey is walked on. */
export const PHONES: readonly Phone[] = [phone(390, 844, 1), phone(360, 640, 1), phone(360, 640, 1.9)];
/** 大字版, where the home page changes its shape. */
export const ELDER = phone(360, 640, 1.4);
export const [PHONE] = PHONES as readonly [Phone];

export const phoneName = ({ width, height, scale }: Phone): string => `${width}×${height}@${scale}`;

/** Answered before, in this order. */
export type Answered = Facts;

export interface Kept {
  /** signed in before */
  readonly session?: SignedIn;
  readonly place?: { readonly region: string; readonly unit: string };
  readonly answers?: Answered;
}

export const YONGXIU = { region: '360425', unit: '360425' } as const;
export const YOUYANG = { region: '500000', unit: '500242' } as const;

/** The app's own keys (client/storage.ts) in the form Taro writes them. */
export function storageOf(
  { scale }: Phone,
  { place, answers, session }: Kept,
): { name: string; value: string }[] {
  const entry = (name: string, value: unknown) => ({
    name: `bangfu:${name}:1`,
    value: JSON.stringify({ data: JSON.stringify(value) }),
  });
  const entries = scale === 1 ? [] : [entry('size', scale)];
  if (place) entries.push(entry('place', place));
  if (session)
    entries.push(entry('session', { token: session.token, expiresAt: session.expires_at, acting: null }));
  if (answers) {
    const history = Object.keys(answers) as FactId[];
    entries.push(entry('answers', { facts: answers, skipped: [], history }));
  }
  return entries;
}

/** A family of Yongxiu with one member working in another province since 10 January 2023. */
export const MIGRANT: Answered = {
  home_county: '360425',
  poverty_alleviated: true,
  work_region: 'other_province',
  stable_since: '2023-01-10',
  transport_paid_this_year: false,
};

/** A monitored family of Yongxiu with a child in a vocational school; its risk was eliminated in spring 2023. */
export const STUDENT: Answered = {
  home_county: '360425',
  household_monitored_ever: true,
  vocational_student: true,
  elimination_semester: '2023S',
  benefit_semester: '2023S',
};

/** The answers as the app keeps them; null when there are none. */
export const keptFacts = (page: Page) =>
  page.evaluate((): Facts | null => {
    const { data } = JSON.parse(localStorage.getItem('bangfu:answers:1') ?? '{}');
    return data === undefined ? null : JSON.parse(data).facts;
  });
