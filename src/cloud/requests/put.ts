import { randomUUID } from 'node:crypto';
import type { FactId, FactValue } from '@/domain/eligibility';
import { type Context, servicesOf } from '../context';
import { request } from '../store/schema';
import type { Queries } from '../store/store';

/** What is asked, by kind. Kept sealed. */
export interface Payloads {
  verification: { name: string; number: string; note: string | null };
  correction: {
    personId: string;
    fact: FactId;
    register: FactValue | null;
    said: FactValue | null;
    note: string | null;
    /** the spell of work that says it */
    spell?: string;
  };
  complaint: { text: string; contact: string | null };
}
export type RequestKind = keyof Payloads;

export interface NewRequest<K extends RequestKind> {
  readonly kind: K;
  readonly county: string;
  readonly accountId: string | null;
  readonly payload: Payloads[K];
}

/** @returns its id */
export async function putRequest<K extends RequestKind>(
  context: Context,
  queries: Queries,
  { kind, county, accountId, payload }: NewRequest<K>,
): Promise<string> {
  const { cipher } = servicesOf(context).store;
  const id = randomUUID();
  const payloadEnc = cipher.seal('request.payload', id, JSON.stringify(payload));
  await queries.insert(request).values({ id, kind, county, accountId, payloadEnc, createdAt: context.now });
  return id;
}
