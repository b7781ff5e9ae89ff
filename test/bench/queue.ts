/** The queue page of an office among a million cases, over HTTP, one request after another. */
import type { OutputOf } from '@/contract/api';
import { callAs } from './call';
import type { Office, OfficerName } from './office';

type Page = OutputOf<'desk.queue'>;
type Input = Readonly<Record<string, string>>;

const ROUNDS = 25;
/** pages turned until one is in the middle */
const TURNED = 40;

export interface QueueFigures {
  /** a request that asks for the caller's own account: what HTTP and signing in cost */
  readonly bareMs: number;
  /** who looks at what → p95, ms */
  readonly pages: readonly (readonly [what: string, ms: number])[];
}

export async function queueFigures(office: Office): Promise<QueueFigures> {
  const { rareService } = office;
  const views: [string, OfficerName, Input][] = [
    ['county', 'county', {}],
    ['county, a common service', 'county', { service: 'find-work' }],
    ['county, a rare service', 'county', { service: rareService }],
    ['county, one township', 'county', { town: '样例7镇' }],
    ['county, late', 'county', { show: 'late' }],
    ['county, today', 'county', { show: 'today' }],
    ['county, waiting', 'county', { show: 'waiting' }],
    ['county, waiting, a rare service', 'county', { show: 'waiting', service: rareService }],
    ['county, mine', 'county', { show: 'mine' }],
    ['county, closed', 'county', { show: 'closed' }],
    ['county, closed, a rare service', 'county', { show: 'closed', service: rareService }],
    ['two services', 'few', {}],
    ['two services, closed', 'few', { show: 'closed' }],
    ['township', 'town', {}],
    ['township, a rare service', 'town', { service: rareService }],
    ['village', 'village', {}],
    ['administrator', 'admin', {}],
    ['administrator, a rare service', 'admin', { service: rareService }],
    ['administrator, waiting', 'admin', { show: 'waiting' }],
  ];
  const pages: (readonly [string, number])[] = [];
  for (const [what, officer, input] of views) {
    const ask = (cursor?: string) =>
      callAs(office.url, office.officers[officer], 'desk.queue', {
        ...input,
        ...(cursor !== undefined && { cursor }),
      });
    pages.push([`${what}, first page`, await p95(() => ask())]);
    const middle = await turned(ask);
    if (middle !== null) pages.push([`${what}, in the middle`, await p95(() => ask(middle))]);
  }
  const bareMs = await p95(() => callAs(office.url, office.officers.county, 'session.me', {}));
  return { bareMs, pages };
}

/** The cursor of a page in the middle; null where one page is all. */
async function turned(ask: (cursor?: string) => Promise<Page>): Promise<string | null> {
  let { next } = await ask();
  for (let page = 1; page < TURNED && next !== null; page++) {
    const after = (await ask(next)).next;
    if (after === null) break;
    next = after;
  }
  return next;
}

async function p95(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[Math.ceil(ROUNDS * 0.95) - 1] as number;
}
