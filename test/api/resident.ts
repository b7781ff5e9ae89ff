/** What journeys of signed-in people share. */

import { PEOPLE, SAMPLES } from '@/cloud/demo/samples';
import { sampleNumber } from '@/cloud/demo/seed';
import type { InputOf, OutputOf, Path } from '@/contract/api';
import type { Failure } from '@/contract/errors';
import { idCheckDigit } from '@/domain/identity';
import type { As, Entry } from './entries';

/** Somebody with a phone in the hand. */
export class Resident {
  constructor(
    private readonly entry: Entry,
    readonly as: As,
  ) {}

  /** the data of an answer that must be there */
  async do<P extends Path>(path: P, input?: InputOf<P>): Promise<OutputOf<P>> {
    const answer = await this.entry.call(path, input ?? {}, this.as);
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(answer.error)}`);
    return answer.data;
  }

  /** the error of an answer that must not be there */
  async refused<P extends Path>(path: P, input?: unknown): Promise<Failure['error']> {
    const answer = await this.entry.call(path, input ?? {}, this.as);
    if (answer.ok) throw new Error(`${path} was answered: ${JSON.stringify(answer.data)}`);
    return answer.error;
  }

  /** the same person, acting for the holder of a mandate */
  actingFor(mandate: string): Resident {
    return new Resident(this.entry, { ...this.as, actingFor: mandate });
  }
}

export async function sampleResident(entry: Entry, id: string): Promise<Resident> {
  const { token } = await new Resident(entry, {}).do('session.sample', { id, device: '样例手机' });
  return new Resident(entry, { session: token });
}

export const accountOf = (sample: string): string =>
  SAMPLES.find(({ id }) => id === sample)?.account as string;

/** Signs in by SMS; the demonstration says the code. */
export async function byPhone(entry: Entry, phone: string): Promise<Resident> {
  const stranger = new Resident(entry, {});
  const { demo_code: code } = await stranger.do('session.send_code', { phone });
  const { token } = await stranger.do('session.phone', { phone, code: code ?? '', device: '样例手机' });
  return new Resident(entry, { session: token });
}

export const numberOf = (name: string): string => {
  const person = PEOPLE.find((one) => one.name === name);
  if (!person) throw new Error(`no sample ${name}`);
  return sampleNumber(person);
};

/** A good number that nobody in the register has. */
export const unknownNumber = (): string => {
  const first17 = '50024219660606999';
  return first17 + idCheckDigit(first17);
};
