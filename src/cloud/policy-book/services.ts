/** `services/*.yaml`: what one can apply for, and what of it a region's phones get. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Service, ServiceBook } from '@/domain/cases';
import { SERVICE_AREAS } from '@/domain/eligibility';
import type { PolicyBook } from './book';
import { readYaml, wrongAt } from './read-yaml';
import { problemsOf, type Surroundings } from './services-check';
import { service as schema } from './services-schema';

/** The service files of a policy folder, by name; a folder without any has none. */
export function serviceFiles(root: string): string[] {
  const folder = path.join(root, 'services');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `services/${name}`);
}

/**
 * Every service in the order of the hall: by area, then by name.
 * @throws PolicyError for the first file that does not validate, is misnamed or names what is not there
 */
export function loadServices(root: string, around: Surroundings): Service[] {
  const remembered = new Map<string, { kind: string; file: string }>();
  const services = serviceFiles(root).map((file) => {
    const value = readYaml(root, file, schema);
    if (file !== `services/${value.id}.yaml`)
      throw wrongAt(root, file, ['id'], `id ${value.id} is not the file's name`);
    const problem = problemsOf(value, around)[0];
    if (problem) throw wrongAt(root, file, problem.path, `${problem.path.join('.')}: ${problem.message}`);
    for (const { name, kind, at } of remembers(value)) {
      const other = remembered.get(name);
      if (other && other.kind !== kind)
        throw wrongAt(root, file, at, `${name} is ${kind} here and ${other.kind} in ${other.file}`);
      remembered.set(name, { kind, file });
    }
    return value;
  });
  const rank = ({ area }: Service) => [...SERVICE_AREAS, 'register'].indexOf(area);
  return services.sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

/** What is carried from one case to the next: under one name always the same kind of thing. */
const remembers = ({ questions, evidence }: Service) => [
  ...questions.flatMap(({ remember, kind }, n) =>
    remember === undefined ? [] : [{ name: remember, kind, at: ['questions', n, 'remember'] }],
  ),
  ...evidence.flatMap(({ remember }, n) =>
    remember === undefined ? [] : [{ name: remember, kind: 'paper', at: ['evidence', n, 'remember'] }],
  ),
];

/** What the phone gets for one region: its services, without what is said of other regions; the hash covers it. */
export function serviceBookOf(book: PolicyBook, region: string): ServiceBook {
  const services = book.services.flatMap(({ regions, notes = [], ...service }) => {
    const own = regions[region];
    if (!own) return [];
    const { notes: ownNotes = [], ...rests } = own;
    return [{ ...service, regions: { [region]: rests }, notes: [...ownNotes, ...notes] }];
  });
  const content = { region, services };
  return { hash: createHash('sha256').update(JSON.stringify(content)).digest('hex'), ...content };
}
