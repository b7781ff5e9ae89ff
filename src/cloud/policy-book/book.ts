import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import type { BrandBook } from '@/domain/brands';
import type { WorkCalendar } from '@/domain/calendar/work-days';
import type { Service } from '@/domain/cases';
import {
  type Benefit,
  changeDays,
  compile,
  type EvidenceEntry,
  type Pack,
  type PolicyDocument,
  type Region,
  type RuleSet,
} from '@/domain/eligibility';
import type { Area } from '@/domain/geo/polygon';
import type { Point } from '@/domain/jobs';
import type { StationBook } from '@/domain/stations';
import type { VisitsRule } from '@/domain/visits';
import type { LawBook } from '@/domain/wages/law';
import { BRANDS_FILE, loadBrands } from './brands';
import { loadCalendars } from './calendars';
import { limitRow, loadLaw } from './law';
import { loadCentres, loadOutlines } from './points';
import { PolicyError, readYaml } from './read-yaml';
import * as schema from './schema';
import { loadServices } from './services';
import { loadStations, STATIONS_FILE } from './stations';
import { loadVisits, VISITS_FILE } from './visits';

export { PolicyError, readYaml };

export type RegionFile = z.infer<typeof schema.region>;
export type DocumentFile = z.infer<typeof schema.policyDocument>;

export interface RegionBook {
  readonly folder: string;
  readonly region: RegionFile;
  readonly terms: RuleSet['terms'];
  readonly parameters: RuleSet['parameters'];
  readonly benefits: readonly Benefit[];
  /** by when its villages visit; null: no document says so */
  readonly visits: VisitsRule | null;
  /** where one is helped: what the documents name, and what the county has supplied */
  readonly stations: StationBook;
  /** labour brands: what the documents want, and what the county has supplied */
  readonly brands: BrandBook;
}

/** The whole policy folder, validated, in memory. */
export interface PolicyBook {
  readonly root: string;
  readonly documents: readonly DocumentFile[];
  readonly regions: readonly RegionBook[];
  readonly evidence: Readonly<Record<string, EvidenceEntry>>;
  /** six digits → the middle of the county, GCJ-02; ask points.ts */
  readonly centres: Readonly<Record<string, Point>>;
  /** six digits → its outline, GCJ-02; ask points.ts */
  readonly outlines: Readonly<Record<string, Area>>;
  /** the official holiday calendar, year by year */
  readonly calendars: WorkCalendar;
  /** what one can apply for, in the order of the hall */
  readonly services: readonly Service[];
  /** on unpaid wages */
  readonly law: LawBook;
  /** every benefit of every document, for the command line and for batches */
  readonly rules: RuleSet;
}

const yamlFiles = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();

/**
 * Load the policy folder.
 * @param root folder with documents/, regions/, services/, calendars/, law/ and evidence.yaml
 * @throws PolicyError for the first file that does not validate
 */
export function loadPolicyBook(root: string): PolicyBook {
  const documents = yamlFiles(path.join(root, 'documents')).map((name) =>
    readYaml(root, `documents/${name}`, schema.policyDocument),
  );
  const regions = readdirSync(path.join(root, 'regions'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => loadRegion(root, `regions/${entry.name}`, documents))
    .sort((a, b) => (a.region.id < b.region.id ? -1 : 1));
  const { evidence } = readYaml(root, 'evidence.yaml', schema.evidence);
  const rules: RuleSet = {
    documents: documents.map(metaOf),
    terms: joined(regions.map(({ folder, terms }) => ({ folder, entries: terms }))),
    parameters: joined(regions.map(({ folder, parameters }) => ({ folder, entries: parameters }))),
    benefits: regions.flatMap((book) => book.benefits),
  };
  for (const book of regions)
    for (const benefit of book.benefits) assertCompiles(rules, book.folder, benefit);
  const calendars = loadCalendars(root);
  const law = loadLaw(root, calendars);
  const services = loadServices(root, { documents, regions }, (rule) => limitRow(law, rule));
  const [centres, outlines] = [loadCentres(root), loadOutlines(root)];
  return { root, documents, regions, evidence, centres, outlines, calendars, services, law, rules };
}

/** Terms, parameters and tests of a benefit hold together on every stretch of days. @throws PolicyError */
function assertCompiles(rules: RuleSet, folder: string, benefit: Benefit): void {
  const alone = { ...rules, benefits: [benefit] };
  for (const day of ['2000-01-01', ...changeDays(alone)]) {
    try {
      compile(alone, day);
    } catch (error) {
      throw new PolicyError(`${folder}/${benefit.id}.yaml`, null, `on ${day}: ${(error as Error).message}`);
    }
  }
}

/** Shared groups of all regions under their names, which must differ: a name taken twice would change a county's law. */
function joined<T>(
  parts: readonly { folder: string; entries: Readonly<Record<string, T>> }[],
): Record<string, T> {
  const all: Record<string, T> = {};
  for (const { folder, entries } of parts) {
    for (const [name, value] of Object.entries(entries)) {
      if (name in all)
        throw new PolicyError(`${folder}/terms.yaml`, null, `${name} is taken by another region`);
      all[name] = value;
    }
  }
  return all;
}

/** Benefits that the region's rule on training names. */
const namedInTraining = (rule: Region['training']): string[] =>
  rule ? [...rule.first, ...rule.named, rule.allowance].map(({ benefit }) => benefit) : [];

/** Benefits that are said beside postings. */
const namedInJobs = (rule: Region['jobs']): string[] =>
  rule
    ? [
        ...[...rule.reasons, ...rule.transport, ...(rule.away ?? []), ...(rule.employers ?? [])],
        ...(rule.post_ends ? [rule.post_ends] : []),
      ].flatMap(({ benefit }) => benefit ?? [])
    : [];

const NO_BENEFITS: readonly string[] = ['region.yaml', 'terms.yaml', VISITS_FILE, STATIONS_FILE, BRANDS_FILE];

function loadRegion(root: string, folder: string, documents: readonly DocumentFile[]): RegionBook {
  const names = yamlFiles(path.join(root, folder));
  const region = readYaml(root, `${folder}/region.yaml`, schema.region);
  const terms: Record<string, RuleSet['terms'][string]> = {};
  const parameters: Record<string, RuleSet['parameters'][string]> = {};
  if (existsSync(path.join(root, folder, 'terms.yaml'))) {
    const shared = readYaml(root, `${folder}/terms.yaml`, schema.shared);
    Object.assign(terms, shared.terms);
    Object.assign(parameters, shared.parameters);
  }
  const { target_group } = region;
  if (target_group !== undefined && !(target_group in terms))
    throw new PolicyError(`${folder}/region.yaml`, null, `target_group ${target_group} is not in terms.yaml`);
  for (const { unit, name } of region.startup_places ?? [])
    if (!region.units.some(({ id }) => id === unit))
      throw new PolicyError(`${folder}/region.yaml`, null, `startup_places: ${name}: no unit ${unit}`);
  const benefits = names
    .filter((name) => !name.endsWith('.cases.yaml') && !NO_BENEFITS.includes(name))
    .map((name) => {
      const benefit = readYaml(root, `${folder}/${name}`, schema.benefit);
      if (`${benefit.id}.yaml` !== name)
        throw new PolicyError(`${folder}/${name}`, 1, `id ${benefit.id} is not the file's name`);
      return benefit;
    });
  for (const name of [...namedInTraining(region.training), ...namedInJobs(region.jobs)])
    if (!benefits.some(({ id }) => id === name))
      throw new PolicyError(
        `${folder}/region.yaml`,
        null,
        `training, jobs: this region has no benefit ${name}`,
      );
  const own = documents.filter(({ id }) => region.documents.includes(id));
  const visits = loadVisits(root, folder, own);
  const stations = loadStations(root, folder, region, own);
  const brands = loadBrands(root, folder, region, own);
  return {
    folder,
    region,
    terms,
    parameters,
    benefits: inDocumentOrder(benefits, documents),
    visits,
    stations,
    brands,
  };
}

/** Order of the first cited item, then of the file name. */
function inDocumentOrder(benefits: readonly Benefit[], documents: readonly DocumentFile[]): Benefit[] {
  const rank = (benefit: Benefit) =>
    documents
      .find(({ id }) => id === benefit.document)
      ?.items.findIndex(({ key }) => key === benefit.items[0]) ?? -1;
  return [...benefits].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

/** A document without its text. */
export function metaOf({ items: _items, ...meta }: DocumentFile) {
  return meta;
}

const publicRegion = ({ points: _points, ...region }: RegionFile): Region => region;

/** The region that serves a code: its own, or that of a county (also a former one) inside it; null for any other. */
export function regionOf(book: PolicyBook, code: string): string | null {
  const serves = ({ region }: RegionBook) =>
    region.id === code || region.units.some((unit) => unit.code === code || unit.aliases?.includes(code));
  return book.regions.find(serves)?.region.id ?? null;
}

/** What the phone gets for one region; the hash covers the content, so equal content has an equal hash. */
export function packOf(book: PolicyBook, regionId: string): Pack | null {
  const found = book.regions.find(({ region }) => region.id === regionId);
  if (!found) return null;
  const content = {
    region: publicRegion(found.region),
    documents: book.documents.filter(({ id }) => found.region.documents.includes(id)).map(metaOf),
    terms: found.terms,
    parameters: found.parameters,
    benefits: found.benefits,
    evidence: book.evidence,
  };
  return { hash: createHash('sha256').update(JSON.stringify(content)).digest('hex'), ...content };
}

/** A document with its text; null for an unknown id. */
export const documentOf = (book: PolicyBook, id: string): PolicyDocument | null =>
  book.documents.find((document) => document.id === id) ?? null;
