/** The steps of a bundle: an order without circles, offices and passages that are there, questions and papers of the form. */
import { type BundleStep, type Service, sureIn } from '@/domain/cases';
import type { Surroundings, Wrong } from './services-check';
import { walk } from './services-conditions';

type At = readonly (string | number)[];

const bare = (text: string) => text.replace(/\s+/g, '');

export function bundleProblems(service: Service, around: Surroundings): Wrong[] {
  const { bundle } = service;
  if (!bundle) return [];
  const strangers = Object.keys(bundle.list.say).filter((region) => !(region in service.regions));
  return [
    ...strangers.map((region) => ({
      path: ['bundle', 'list', 'say', region],
      message: `the service is not offered in ${region}`,
    })),
    ...bundle.steps.flatMap((step, n) => [
      ...orderProblems(step, bundle.steps.slice(0, n), ['bundle', 'steps', n]),
      ...formProblems(service, step, ['bundle', 'steps', n]),
      ...regionProblems(service, step, ['bundle', 'steps', n], around),
    ]),
  ];
}

/** A step waits only for earlier ones of the list, so that nothing waits for itself. */
function orderProblems(step: BundleStep, before: readonly BundleStep[], at: At): Wrong[] {
  const again = before.some(({ id }) => id === step.id);
  return [
    ...(again ? [{ path: [...at, 'id'], message: `${step.id} is used twice` }] : []),
    ...(['needs', 'after'] as const).flatMap((key) =>
      (step[key] ?? []).flatMap((id, n) =>
        before.some((one) => one.id === id)
          ? []
          : [{ path: [...at, key, n], message: `${id} is no earlier step` }],
      ),
    ),
    ...(step.pays === (step.limits.pay === undefined)
      ? [{ path: [...at, 'pays'], message: 'a step that pays has a limit for paying, and no other has' }]
      : []),
    ...(step.handover && Object.keys(step.limits).length > 0
      ? [{ path: [...at, 'limits'], message: 'what is done elsewhere has no limit here' }]
      : []),
    ...(step.tells_licence && !step.handover
      ? [{ path: [...at, 'tells_licence'], message: 'only what is done elsewhere is told' }]
      : []),
  ];
}

function formProblems({ questions, evidence }: Service, step: BundleStep, at: At): Wrong[] {
  const asks = step.asks.filter((id) => !questions.some((one) => one.id === id));
  const papers = step.papers.filter((id) => !evidence.some((one) => one.id === id));
  return [
    ...asks.map((id) => ({ path: [...at, 'asks'], message: `there is no question ${id}` })),
    ...papers.map((id) => ({ path: [...at, 'papers'], message: `there is no paper ${id}` })),
    ...(step.when ? walk(step.when, questions, [...at, 'when']) : []),
    ...(step.done_when ? walk(step.done_when, questions, [...at, 'done_when']) : []),
  ];
}

function regionProblems(
  service: Service,
  step: BundleStep,
  at: At,
  { documents, regions: books }: Surroundings,
): Wrong[] {
  return Object.entries(step.regions).flatMap(([id, { office, item, quote, benefits = [] }]): Wrong[] => {
    const here: At = [...at, 'regions', id];
    const own = service.regions[id];
    const book = books.find(({ region }) => region.id === id);
    if (!own || !book) return [{ path: here, message: `the service is not offered in ${id}` }];
    const wrong: Wrong[] = [];
    if (!book.region.offices.some((one) => one.id === office))
      wrong.push({ path: [...here, 'office'], message: `region.yaml has no office ${office}` });
    for (const benefit of benefits)
      if (!book.benefits.some((one) => one.id === benefit))
        wrong.push({ path: [...here, 'benefits'], message: `this region has no benefit ${benefit}` });
    const rests = item !== undefined && quote !== undefined;
    if (rests === (sureIn(step, id) === 'template'))
      wrong.push({
        path: here,
        message: 'item and quote belong to what the document says, and only to that',
      });
    const text = documents
      .find((one) => one.id === own.document)
      ?.items.find(({ key }) => key === item)?.text;
    if (rests && !(text !== undefined && bare(text).includes(bare(quote))))
      wrong.push({ path: [...here, 'quote'], message: `not in ${item}: ${quote}` });
    return wrong;
  });
}
