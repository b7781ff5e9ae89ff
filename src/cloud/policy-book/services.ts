/** `services/*.yaml`: what one can apply for, and what of it a region's phones get. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Bundle, optionsIn, type Service, type ServiceBook, serviceOfStep } from '@/domain/cases';
import { SERVICE_AREAS } from '@/domain/eligibility';
import type { PolicyBook } from './book';
import { readYaml, wrongAt } from './read-yaml';
import { problemsOf, type Surroundings } from './services-check';
import { type ServiceFile, service as schema } from './services-schema';
import { type Shared, sharedOf, whole } from './services-shared';

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
 * @param limit what the law says of a period
 * @throws PolicyError for the first file that does not validate, is misnamed or names what is not there
 */
export function loadServices(root: string, around: Surroundings, limit: Shared['limit']): Service[] {
  const remembered = new Map<string, { kind: string; file: string }>();
  const shared = sharedOf(root, limit);
  const services = serviceFiles(root).map((file) => {
    const value = wholeOf(root, file, shared);
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
  const all = services.flatMap((one) => [one, ...stepsOf(one)]);
  return all.sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

/** The steps of a bundle: services of their own, which are filed with it. */
const stepsOf = (service: Service): Service[] =>
  service.bundle?.steps.map((step) => serviceOfStep(service, step)) ?? [];

/** The file with what it takes from elsewhere. @throws PolicyError when that is not there */
function wholeOf(root: string, file: string, shared: Shared): Service {
  const read: ServiceFile = readYaml(root, file, schema);
  const found = whole(read, shared);
  if ('path' in found) throw wrongAt(root, file, found.path, `${found.path.join('.')}: ${found.message}`);
  return found;
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

/** Whether a region takes what is sent here as filed; a region that has not said so does not. */
export function isFormal(book: Pick<PolicyBook, 'regions'>, service: Service, region: string): boolean {
  const filing = service.regions[region]?.filing;
  const says = book.regions.find((one) => one.region.id === region)?.region.wages;
  return filing !== undefined && says?.[filing] === 'formal';
}

/** What the phone gets for one region: its services, without what is said of other regions; the hash covers it. */
export function serviceBookOf(book: PolicyBook, region: string): ServiceBook {
  const services = book.services.flatMap((service) => {
    const { regions, notes = [], effect_formal: formal, ...rest } = service;
    const own = regions[region];
    if (!own) return [];
    const { notes: ownNotes = [], ...rests } = own;
    const effect = formal && isFormal(book, service, region) ? formal : service.effect;
    const bundle = rest.bundle && bundled(rest.bundle, service.questions, region);
    return [{ ...rest, ...bundle, effect, regions: { [region]: rests }, notes: [...ownNotes, ...notes] }];
  });
  const content = { region, services };
  return { hash: createHash('sha256').update(JSON.stringify(content)).digest('hex'), ...content };
}

/** The bundle of a region, and its questions without what leads nowhere there. */
const bundled = (bundle: Bundle, questions: Service['questions'], region: string) => ({
  bundle: bundleIn(bundle, region),
  questions: questions.map((one) =>
    one.options ? { ...one, options: optionsIn(bundle, region, one) } : one,
  ),
});

/** The steps that there are in one region, without what is said of other regions. */
const bundleIn = ({ list, steps }: Bundle, region: string): Bundle => {
  const say = list.say[region];
  return {
    list: { ...list, say: say === undefined ? {} : { [region]: say } },
    steps: steps.flatMap(({ others = [], loan, ...step }) => {
      const own = step.regions[region];
      const here = others.filter((one) => one.region === region);
      return own
        ? [
            {
              ...step,
              regions: { [region]: own },
              ...(here.length > 0 && { others: here }),
              ...(loan?.region === region && { loan }),
            },
          ]
        : [];
    }),
  };
};
