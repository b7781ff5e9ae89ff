import type { JobsRule } from '../jobs/why';
import type { TrainingRule } from '../training/queue';
import type { PlaceFlag, RuleSet } from './types';

/** A phone line people can call now. */
export interface Hotline {
  readonly number: string;
  readonly name: string;
  readonly about: string;
}

/** An office of the region; `phone` is null until the county supplies it. */
export interface Office {
  readonly id: string;
  readonly name: string;
  readonly short_name: string;
  readonly phone: string | null;
  readonly address?: string;
  readonly hours?: string;
}

/** A person or place that helps to start a business. */
export interface StartupPlace {
  readonly kind: 'mentor' | 'park' | 'site';
  /** id of the region's unit it lies in */
  readonly unit: string;
  readonly name: string;
  /** trades, room, days: whatever one should know before going */
  readonly about?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly lat?: number;
  readonly lng?: number;
}

/** Something said of a place, with where it comes from and whether it is confirmed for today's document. */
export interface UnitFlag {
  readonly flag: PlaceFlag;
  readonly source: string;
  readonly confirmed: boolean;
  readonly note: string;
}

/** A county-level place people can choose. */
export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly short_name: string;
  readonly pinyin: string;
  readonly initials: string;
  /** 6-digit division code; null where none is published */
  readonly code: string | null;
  /** former codes still accepted for this place */
  readonly aliases?: readonly string[];
  readonly abolished_on?: string;
  /** id of the unit that took its place */
  readonly now?: string;
  /** a functional area without a division of its own */
  readonly functional?: true;
  readonly flags?: readonly UnitFlag[];
  readonly note?: string;
}

/** A place inside a unit (township, enterprise group). */
export interface Place {
  readonly code: string;
  readonly name: string;
  readonly note?: string;
  /** GCJ-02, as the county supplied it */
  readonly point?: { readonly lat: number; readonly lng: number };
}

export interface Region {
  /** 6-digit code of the province or county that issued the documents */
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly short_name: string;
  readonly province: string;
  readonly pinyin: string;
  readonly documents: readonly string[];
  /** the group of `terms.yaml` whom the documents mean: what the personal code says yes or no to; without it, never yes */
  readonly target_group?: string;
  readonly owner: { readonly name: string; readonly source: string };
  readonly hotlines: readonly Hotline[];
  readonly offices: readonly Office[];
  readonly units: readonly Unit[];
  readonly places?: readonly Place[];
  /** how the county's desk works: set by the county, no document says it */
  readonly desk?: {
    /** fen above which a second officer has to agree */
    readonly four_eyes_above: number;
    readonly note: string;
  };
  /** what reaches an office through the portal: filed, or a pre-application that counts from the office's own acceptance */
  readonly wages?: {
    readonly complaint: 'formal' | 'pre_application';
    readonly arbitration: 'formal' | 'pre_application';
    readonly note: string;
    /** office ids: where to go with it */
    readonly offices: { readonly complaint: string; readonly arbitration: string };
  };
  /** mentors and parks for whoever starts a business: as the county has supplied them */
  readonly startup_places?: readonly StartupPlace[];
  /** whom the document puts first in training, and what is claimed after it */
  readonly training?: TrainingRule;
  /** what the document says of kinds of work near by and elsewhere */
  readonly jobs?: JobsRule;
}

export interface EvidenceEntry {
  readonly title: string;
  readonly detail?: string;
}

/** Everything the phone needs to decide and explain, offline, for one region. */
export interface Pack extends RuleSet {
  /** SHA-256 of the content, hex */
  readonly hash: string;
  readonly region: Region;
  readonly evidence: Readonly<Record<string, EvidenceEntry>>;
}

/** One line of the county chooser. */
export interface UnitChoice extends Unit {
  /** region whose pack serves this unit */
  readonly region: string;
  readonly province: string;
}

/** Where a notice board's QR code leads. */
export interface ScenePlace {
  readonly region: string;
  readonly unit: string;
  readonly name: string;
  readonly sample: boolean;
}

/** The county code to assume for somebody whose family is listed in this unit: its own, a former one, or the region's. */
export const homeCodeOf = (unit: Unit, region: string): string => unit.code ?? unit.aliases?.[0] ?? region;
