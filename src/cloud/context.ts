import type { ServiceBook } from '@/domain/cases';
import type { Pack } from '@/domain/eligibility';
import type { MandateService } from '@/domain/mandate/services';
import type { StaffRoleName } from '@/domain/staff';
import { type PolicyBook, regionOf } from './policy-book/book';
import { refuse } from './refuse';
import type { Services } from './services';

/** What the entry knows of whoever asks. It comes with the request's envelope or platform, never from an input. */
export interface Credentials {
  /** the session token */
  readonly session?: string;
  /** the mandate under which a helper acts */
  readonly actingFor?: string;
  /** WeChat's own word for the caller, from the cloud function's platform */
  readonly openid?: string;
  /** whose tries are counted: an address, or an openid */
  readonly caller: string;
}

/** The person signed in. */
export interface Account {
  readonly id: string;
  readonly personId: string | null;
}

/** Who acts for a county, where, and until when (its last day). */
export interface StaffRole {
  readonly county: string;
  readonly office: string;
  readonly until: string;
  readonly role: StaffRoleName;
  /** of a village worker and a township clerk, as the register writes them */
  readonly town: string | null;
  readonly village: string | null;
  /** service ids of a county handler; null: all */
  readonly services: readonly string[] | null;
  /** who it is in the register, if anybody: nobody decides for the own household */
  readonly personId: string | null;
  readonly name: string | null;
}

export interface Asker {
  readonly account: Account;
  readonly sessionId: string;
  readonly staff: StaffRole | null;
  /** whose things are seen and done: the account's own, or those of the holder a helper acts for */
  readonly subject: Account;
  readonly mandate: { readonly id: string; readonly services: readonly MandateService[] } | null;
}

/** What a handler may know of the request and the world. */
export interface Context {
  readonly book: PolicyBook;
  /** packs by region id, built once */
  readonly packs: ReadonlyMap<string, Pack>;
  /** what one can apply for by region id, built once */
  readonly serviceBooks: ReadonlyMap<string, ServiceBook>;
  /** today in China, `YYYY-MM-DD`, and the moment: the only clock a handler sees */
  readonly today: string;
  readonly now: Date;
  readonly requestId: string;
  readonly credentials: Credentials;
  readonly services: Services | null;
  /** set by authorise.ts: whoever is signed in; null for a stranger */
  readonly asker?: Asker | null;
}

/** The pack that serves a region or a county inside it. */
export const packFor = ({ book, packs }: Context, code: string): Pack | undefined =>
  packs.get(regionOf(book, code) ?? '');

/** What one can apply for in a region or a county inside it. */
export const serviceBookFor = ({ book, serviceBooks }: Context, code: string): ServiceBook | undefined =>
  serviceBooks.get(regionOf(book, code) ?? '');

/** @throws NotReady where no database is configured */
export function servicesOf({ services }: Context): Services {
  if (!services) throw refuse('NotReady');
  return services;
}

/** @throws SignInNeeded for a stranger: a procedure that forgot to ask for a session does not go on */
export function askerOf({ asker }: Context): Asker {
  if (!asker) throw refuse('SignInNeeded');
  return asker;
}

export interface BoundSubject {
  readonly accountId: string;
  readonly personId: string;
}

/** Whose data it is about. @throws NotBound before the identity is matched */
export function subjectOf(context: Context): BoundSubject {
  const { id, personId } = askerOf(context).subject;
  if (personId === null) throw refuse('NotBound');
  return { accountId: id, personId };
}

/** @throws NotAllowed for everybody else */
export function staffOf(context: Context): StaffRole & { readonly accountId: string } {
  const { staff, account } = askerOf(context);
  if (!staff) throw refuse('NotAllowed');
  return { ...staff, accountId: account.id };
}
