/** Whose the things kept on this phone are: forms, files on their way, what waits to be sent. Known without a network too. */
import { onMandateOver } from './acting';
import { currentSession, onHeardOfMe, onPersonChange } from './session';
import { isRecord, type Kept, kept, sweepKept } from './storage';
import { createStore, useStore } from './store';

/** Who made a thing. */
export interface Owner {
  /** null: made signed out (or before the server said who it is); it goes with whoever signs in first */
  readonly account: string | null;
  /** the mandate under which it was made for somebody else */
  readonly acting: string | null;
}

interface KnownAccount {
  readonly account: string;
  /** the session it was said of, by the moment it ends */
  readonly session: string;
}

const isKnownAccount = (value: unknown): value is KnownAccount =>
  isRecord(value) && typeof value.account === 'string' && typeof value.session === 'string';
const keptAccount = kept('account', 1, isKnownAccount);

function start(): Owner {
  const known = keptAccount.read();
  const same = known !== null && known.session === currentSession().signed?.expiresAt;
  return { account: same ? known.account : null, acting: null };
}

const store = createStore<Owner>(start());

onPersonChange(({ token, acting, unknown }) => {
  const gone = token === null || unknown;
  if (gone) keptAccount.remove();
  store.set({ account: gone ? null : store.get().account, acting });
});

type Take = (account: string) => void;
const heirs: Take[] = [];

/** What was made signed out goes to the account that is signed in now. */
export function onInherited(take: Take): void {
  heirs.push(take);
  const { account } = store.get();
  if (account !== null) take(account);
}

/** For what is only read when its page is opened: the first to sign in since something was made signed out. */
interface Heir {
  readonly account: string | null;
}
const isHeir = (value: unknown): value is Heir => isRecord(value) && 'account' in value;
/** Each kind of thing has its own: whichever page is opened first takes only what is its. */
type Estate = 'diary' | 'plan' | 'jobs' | 'card';
const keptHeirs: Readonly<Record<Estate, Kept<Heir>>> = {
  diary: kept('heir', 1, isHeir),
  plan: kept('heir-plan', 1, isHeir),
  jobs: kept('heir-jobs', 1, isHeir),
  card: kept('heir-card', 1, isHeir),
};
/** Something was made signed out that waits for whoever signs in first. */
export function expectHeir(of: Estate = 'diary'): void {
  if (keptHeirs[of].read() === null) keptHeirs[of].write({ account: null });
}
/** Their account; once it has been told, nobody is expected any more. */
export function takeHeir(of: Estate = 'diary'): string | null {
  const account = keptHeirs[of].read()?.account ?? null;
  if (account !== null) keptHeirs[of].remove();
  return account;
}

onHeardOfMe(({ account }) => {
  const { signed } = currentSession();
  if (!signed) return;
  for (const heir of [keptHeirs.diary, keptHeirs.plan, keptHeirs.jobs, keptHeirs.card])
    if (heir.read()?.account === null) heir.write({ account });
  keptAccount.write({ account, session: signed.expiresAt });
  for (const take of heirs) take(account);
  const same = account === store.get().account;
  store.set(same ? store.get() : { account, acting: signed.acting });
});

/** Whoever is on the screen. Told again whenever the server has said who that is. */
export const currentOwner = (): Owner => store.get();
export const useOwner = (): Owner => useStore(store);
export const watchOwner = store.subscribe;

export const isOf = (thing: Owner, owner: Owner): boolean =>
  thing.account === owner.account && thing.acting === owner.acting;

/** Whether it can be sent as things stand: whoever made it is signed in, be it for themselves just now or for somebody. */
export const canSend = ({ account }: Owner): boolean =>
  account !== null && account === store.get().account && currentSession().signed !== null;

const forgetters: ((gone: (thing: Owner) => boolean) => void)[] = [];

/** For everything kept under an owner that is in memory too: called when nobody may ever see it here again. */
export function onForgotten(forget: (gone: (thing: Owner) => boolean) => void): void {
  forgetters.push(forget);
}

function forget(part: keyof Owner, id: string): void {
  for (const each of forgetters) each((thing) => thing[part] === id);
  sweepKept((value) => value[part] === id);
}

/** The account was deleted: nothing of it stays on this phone. */
export function forgetAccount(): void {
  const { account } = store.get();
  if (account !== null) forget('account', account);
}

// what a helper wrote of somebody stays no longer than the permission
onMandateOver((mandate) => forget('acting', mandate));
