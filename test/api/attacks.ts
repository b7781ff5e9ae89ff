/** What attacks on cases share: the people, and the shortest way to a case in some state. */
import { createHash, randomUUID } from 'node:crypto';
import { createLimits } from '@/cloud/store/limits';
import { openStore } from '@/cloud/store/store';
import type { OutputOf } from '@/contract/api';
import type { MandateService } from '@/domain/mandate/services';
import { plainPhoto } from '../sample-files';
import { type TestServices, testServices } from '../services';
import { type Entry, httpEntry } from './entries';
import { type Resident, sampleResident } from './resident';

const NO_LIMITS = { take: async () => undefined, clear: async () => undefined };

export const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
export const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** A transport claim in Youyang; `over` changes what is filed. */
export const filing = (over: object = {}) => ({
  id: randomUUID(),
  service: 'cq-transport-claim',
  service_version: 1,
  answers: { work_county: '440300', since: '2026-05', account: '6217000010001234567' },
  files: [],
  agreed: true as const,
  ...over,
});

/** 反映不公: the one service for whoever gives no name. */
export const reportOf = (story: string) =>
  filing({
    service: 'favouritism',
    answers: { what: ['relatives'], county: '500242', place: null, since: null, story },
  });

export interface House {
  readonly house: TestServices;
  readonly entry: Entry;
  who(sample: string): Promise<Resident>;
  sql<T>(text: string, values?: unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

/** @param connections of the server; the fewer, the sooner one that asks for two at once stands still */
export async function openHouse(connections?: number): Promise<House> {
  const house = await testServices({ limits: NO_LIMITS });
  const few = connections === undefined ? null : openStore(house.url, house.keys, connections);
  const services = few
    ? { ...house.services, store: few, limits: createLimits(few.pool, few.cipher) }
    : house.services;
  const entry = await httpEntry({ services });
  return {
    house,
    entry,
    who: (sample) => sampleResident(entry, sample),
    sql: async (text, values) => (await house.services.store.pool.query(text, values)).rows,
    close: async () => {
      await entry.close();
      await few?.close();
      await house.drop();
    },
  };
}

export const fileOne = async (who: Resident, over: object = {}): Promise<string> =>
  (await who.do('cases.file', filing(over))).id;

/** The desk's next step, on the version it sees. */
export async function step(
  who: Resident,
  id: string,
  action: Record<string, unknown>,
): Promise<OutputOf<'desk.act'>> {
  const { case: seen } = await who.do('desk.show', { id });
  return who.do('desk.act', { id, version: seen.version, event: randomUUID(), ...action } as never);
}

/** Why a step is refused. */
export async function stepRefused(
  who: Resident,
  id: string,
  action: Record<string, unknown>,
): Promise<string> {
  const { case: seen } = await who.do('desk.show', { id });
  const input = { id, version: seen.version, event: randomUUID(), ...action };
  const { name, fields } = await who.refused('desk.act', input);
  return `${name}：${fields?.map(({ message }) => message).join('；') ?? ''}`;
}

/** Somebody who is allowed to help, and acts. */
export async function helping(
  holder: Resident,
  helper: Resident,
  ...services: MandateService[]
): Promise<Resident> {
  const { code } = await holder.do('mandate.offer', { services, until: inDays(30), label: '样例帮手' });
  const { id } = await helper.do('mandate.accept', { code });
  return helper.actingFor(id);
}

/** A photo that nothing has taken yet. @returns its id */
export async function upload(who: Resident): Promise<string> {
  const id = randomUUID();
  const bytes = plainPhoto();
  await who.do('files.begin', { id, name: '样例.jpg', bytes: bytes.length });
  await who.do('files.put', { id, offset: 0, base64: bytes.toString('base64') });
  await who.do('files.finish', { id, sha256: createHash('sha256').update(bytes).digest('hex') });
  return id;
}

/** Answers to every question of the search for work. */
export async function findWork(who: Resident): Promise<object> {
  const book = await who.do('policy.services', { region: '500000' });
  if (!('services' in book)) throw new Error('no services');
  const service = book.services.find(({ id }) => id === 'find-work');
  const said = (service?.questions ?? []).map(({ id, kind, options = [] }) => {
    const answers: Record<string, unknown> = {
      yes_no: true,
      choice: options[0]?.value,
      many: [options[0]?.value],
      county: '500242',
      phone: '13800000000',
      number: 1,
      money: 100,
      month: '2026-01',
      date: '2026-01-01',
    };
    return [id, answers[kind] ?? '样例'];
  });
  return Object.fromEntries(said) as object;
}
