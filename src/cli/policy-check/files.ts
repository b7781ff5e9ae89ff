import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { PolicyError, readYaml } from '@/cloud/policy-book/book';
import { BRANDS_FILE, brandsFile } from '@/cloud/policy-book/brands';
import { calendarFiles, calendarYear } from '@/cloud/policy-book/calendars';
import { LAW_FILES } from '@/cloud/policy-book/law-schema';
import { CENTRES_FILE, centres, OUTLINES_FILE, outlines } from '@/cloud/policy-book/points';
import * as schema from '@/cloud/policy-book/schema';
import { serviceFiles } from '@/cloud/policy-book/services';
import { service } from '@/cloud/policy-book/services-schema';
import { QUESTIONS_FILE, sharedQuestions } from '@/cloud/policy-book/services-shared';
import { STATIONS_FILE, stationsFile } from '@/cloud/policy-book/stations';
import { VISITS_FILE, visitsRule } from '@/cloud/policy-book/visits';

/** Something wrong with a policy file. */
export interface Problem {
  readonly file: string;
  readonly why: string;
}

/** Every file against its schema; unlike loading, this reports all that are wrong and not only the first. */
export function checkFiles(root: string): Problem[] {
  const problems: Problem[] = [];
  for (const [file, type] of filesOf(root)) {
    try {
      readYaml(root, file, type);
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error;
      problems.push({ file: error.line === null ? file : `${file}:${error.line}`, why: error.why });
    }
  }
  return problems;
}

function filesOf(root: string): [string, z.ZodType][] {
  const list = (folder: string) =>
    readdirSync(path.join(root, folder)).filter((name) => name.endsWith('.yaml'));
  const documents = list('documents').map((name): [string, z.ZodType] => [
    `documents/${name}`,
    schema.policyDocument,
  ]);
  const folders = readdirSync(path.join(root, 'regions'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const regions = folders.flatMap(({ name: folder }) =>
    list(`regions/${folder}`).map((name): [string, z.ZodType] => [
      `regions/${folder}/${name}`,
      schemaOf(name),
    ]),
  );
  const calendars = calendarFiles(root).map((file): [string, z.ZodType] => [file, calendarYear]);
  const services = serviceFiles(root).map((file): [string, z.ZodType] => [file, service]);
  const law = Object.entries(LAW_FILES).map(([name, type]): [string, z.ZodType] => [
    `law/${name}.yaml`,
    type,
  ]);
  return [
    ...documents,
    ...regions,
    ...services,
    ...calendars,
    ...law,
    [QUESTIONS_FILE, sharedQuestions],
    ['evidence.yaml', schema.evidence],
    ...(exists(root, CENTRES_FILE) ? [[CENTRES_FILE, centres] as [string, z.ZodType]] : []),
    ...(exists(root, OUTLINES_FILE) ? [[OUTLINES_FILE, outlines] as [string, z.ZodType]] : []),
  ];
}

function schemaOf(name: string): z.ZodType {
  if (name === 'region.yaml') return schema.region;
  if (name === 'terms.yaml') return schema.shared;
  if (name === VISITS_FILE) return visitsRule;
  if (name === STATIONS_FILE) return stationsFile;
  if (name === BRANDS_FILE) return brandsFile;
  return name.endsWith('.cases.yaml') ? schema.cases : schema.benefit;
}

export const casesFileOf = (folder: string, benefit: string): string => `${folder}/${benefit}.cases.yaml`;

export const exists = (root: string, file: string): boolean => existsSync(path.join(root, file));

/** Every case file of a region's folder. */
export const caseFiles = (root: string, folder: string): string[] =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.cases.yaml'))
    .map((name) => `${folder}/${name}`);
