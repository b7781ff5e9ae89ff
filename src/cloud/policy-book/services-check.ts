/** What a service file says must hold together, and everything it names must be there. */
import type { OnApproval, QuestionKind, Service, ServiceQuestion } from '@/domain/cases';
import { type Benefit, checkFact, factSpec } from '@/domain/eligibility';
import { bundleProblems } from './services-bundle';
import { conditionProblems } from './services-conditions';

export interface Surroundings {
  readonly documents: readonly {
    readonly id: string;
    readonly items: readonly { readonly key: string; readonly text: string }[];
  }[];
  readonly regions: readonly {
    readonly region: {
      readonly id: string;
      readonly documents: readonly string[];
      readonly offices: readonly { readonly id: string }[];
      readonly wages?: unknown;
    };
    readonly benefits: readonly Pick<Benefit, 'id' | 'document'>[];
  }[];
}

export interface Wrong {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

type At = readonly (string | number)[];

/** Everything wrong with one service, in the order of the file. */
export function problemsOf(service: Service, around: Surroundings): Wrong[] {
  return [
    ...Object.keys(service.regions).flatMap((id) => regionProblems(service, id, around)),
    ...twice(service.questions, ['questions'], ({ id }) => id, 'id'),
    ...twice(service.evidence, ['evidence'], ({ id }) => id, 'id'),
    ...twice(service.workflow.milestones ?? [], ['workflow', 'milestones'], ({ id }) => id, 'id'),
    ...service.questions.flatMap((question, n) => questionProblems(question, ['questions', n])),
    ...saysProblems(service),
    ...conditionProblems(service),
    ...renameProblems(service),
    ...limitProblems(service, around),
    ...approvalProblems(service),
    ...bundleProblems(service, around),
  ];
}

function twice<T>(list: readonly T[], at: At, name: (one: T) => string, key: string): Wrong[] {
  const seen = new Set<string>();
  return list.flatMap((one, n) => {
    const again = seen.has(name(one));
    seen.add(name(one));
    return again ? [{ path: [...at, n, key], message: `${name(one)} is used twice` }] : [];
  });
}

function regionProblems({ regions }: Service, id: string, { documents, regions: books }: Surroundings) {
  const at: At = ['regions', id];
  const own = regions[id] as Service['regions'][string];
  const book = books.find(({ region }) => region.id === id);
  if (!book) return [{ path: at, message: 'there is no such region' }];
  const document = documents.find((one) => one.id === own.document);
  if (!document || !book.region.documents.includes(own.document))
    return [{ path: [...at, 'document'], message: `${own.document} is no document of this region` }];
  const wrong: Wrong[] = [];
  own.items.forEach((item, n) => {
    if (!document.items.some(({ key }) => key === item))
      wrong.push({ path: [...at, 'items', n], message: `${own.document} has no item ${item}` });
  });
  own.benefits?.forEach((benefit, n) => {
    if (!book.benefits.some((one) => one.id === benefit))
      wrong.push({ path: [...at, 'benefits', n], message: `this region has no benefit ${benefit}` });
  });
  if (own.green !== undefined && !book.benefits.some((one) => one.id === own.green))
    wrong.push({ path: [...at, 'green'], message: `this region has no benefit ${own.green}` });
  if (own.filing !== undefined && !book.region.wages)
    wrong.push({ path: [...at, 'filing'], message: 'region.yaml does not say how it counts (wages)' });
  if (!book.region.offices.some((office) => office.id === own.office))
    wrong.push({ path: [...at, 'office'], message: `region.yaml has no office ${own.office}` });
  return wrong;
}

const REGISTER_KINDS = { name: 'name', phone: 'phone', town: 'text', village: 'text' } as const;
const WITH_BOUNDS: readonly string[] = ['number', 'money', 'date', 'month', 'semester'];

function questionProblems(question: ServiceQuestion, at: At): Wrong[] {
  const { kind, options = [], from_register } = question;
  const wrong = [...twice(options, [...at, 'options'], ({ value }) => value, 'value')];
  if (from_register && REGISTER_KINDS[from_register] !== kind)
    wrong.push({
      path: [...at, 'from_register'],
      message: `the register's ${from_register} is ${REGISTER_KINDS[from_register]}`,
    });
  for (const bound of ['min', 'max'] as const) {
    const value = question[bound];
    if (value !== undefined && !boundSuits(kind, value))
      wrong.push({ path: [...at, bound], message: `${value} is no bound of ${kind}` });
  }
  return [...wrong, ...factProblems(question, at)];
}

function boundSuits(kind: string, value: number | string): boolean {
  if (!WITH_BOUNDS.includes(kind)) return false;
  if (kind === 'number' || kind === 'money') return Number.isSafeInteger(value);
  if (value === 'today') return kind !== 'semester';
  const form = { date: /^\d{4}-\d{2}-\d{2}$/, month: /^\d{4}-\d{2}$/, semester: /^\d{4}[SA]$/ }[kind];
  return form?.test(String(value)) ?? false;
}

/** Which kinds can say a fact of which type. */
const SAYS: Readonly<Record<string, readonly string[]>> = {
  bool: ['yes_no', 'choice'],
  enum: ['choice', 'yes_no'],
  int: ['number', 'choice'],
  date: ['date'],
  semester: ['semester'],
  county: ['county'],
};

function factProblems({ fact, fact_values, kind, options = [] }: ServiceQuestion, at: At): Wrong[] {
  if (fact === undefined)
    return fact_values ? [{ path: [...at, 'fact_values'], message: 'there is no fact to say' }] : [];
  const { type } = factSpec(fact);
  if (!SAYS[type]?.includes(kind))
    return [{ path: [...at, 'fact'], message: `${fact} is ${type}, ${kind} cannot say it` }];
  const possible: Record<string, unknown> =
    kind === 'choice'
      ? Object.fromEntries(options.map(({ value }) => [value, value]))
      : kind === 'yes_no'
        ? { true: true, false: false }
        : {};
  const unknown = Object.keys(fact_values ?? {}).filter((value) => !(value in possible));
  const wrong: Wrong[] = unknown.map((value) => ({
    path: [...at, 'fact_values', value],
    message: `${value} is no answer`,
  }));
  for (const [value, plain] of Object.entries(possible)) {
    const problem = checkFact(fact, fact_values?.[value] ?? plain);
    if (problem)
      wrong.push({ path: [...at, fact_values ? 'fact_values' : 'fact'], message: problem.message });
  }
  return wrong;
}

/** What filing says is of the fact's type, and no question asks for it again. */
function saysProblems({ says = {}, questions }: Service): Wrong[] {
  return Object.entries(says).flatMap(([fact, value]) => {
    const path = ['says', fact];
    const problem = checkFact(fact as keyof typeof says, value);
    if (problem) return [{ path, message: problem.message }];
    return questions.some((question) => question.fact === fact)
      ? [{ path, message: `a question asks for ${fact} as well` }]
      : [];
  });
}

/** Old names of questions lead to questions that are there, and are not names in use. */
function renameProblems({ renamed = {}, questions }: Service): Wrong[] {
  const ids = new Set(questions.map(({ id }) => id));
  return Object.entries(renamed).flatMap(([from, to]) => {
    const path = ['renamed', from];
    if (!ids.has(to)) return [{ path, message: `there is no question ${to}` }];
    return ids.has(from) ? [{ path, message: `${from} is a question of today` }] : [];
  });
}

const bare = (text: string) => text.replace(/\s+/g, '');

/** A limit "of the document" stands there word for word; only what is paid out has a limit for paying. */
function limitProblems({ regions, workflow }: Service, { documents }: Surroundings): Wrong[] {
  const at: At = ['workflow', 'limits'];
  const items = Object.values(regions).flatMap(
    ({ document }) => documents.find(({ id }) => id === document)?.items ?? [],
  );
  const wrong = Object.entries(workflow.limits).flatMap(([name, { basis, item, quote = '' }]): Wrong[] => {
    if (basis !== 'document') return [];
    const cited = items.filter(({ key }) => key === item);
    if (cited.length === 0) return [{ path: [...at, name, 'item'], message: `there is no item ${item}` }];
    return cited.some(({ text }) => bare(text).includes(bare(quote)))
      ? []
      : [{ path: [...at, name, 'quote'], message: `not in ${item}: ${quote}` }];
  });
  if (workflow.pays === (workflow.limits.pay === undefined))
    wrong.push({
      path: ['workflow', 'pays'],
      message: 'a service that pays has a limit for paying, and no other has',
    });
  return wrong;
}

/** What is done on approval needs to be told for which unit, or which person. */
const NEEDED: Readonly<Record<OnApproval, Readonly<Record<string, QuestionKind>>>> = {
  bind_unit: { unit_name: 'text', credit_code: 'credit_code' },
  match_identity: { name: 'name', id_number: 'id_number' },
};

function approvalProblems({ workflow, questions }: Service): Wrong[] {
  const { on_approval: then } = workflow;
  if (then === undefined) return [];
  return Object.entries(NEEDED[then]).flatMap(([id, kind]) =>
    questions.some((question) => question.id === id && question.kind === kind)
      ? []
      : [{ path: ['questions'], message: `${then} needs the question ${id} of kind ${kind}` }],
  );
}
