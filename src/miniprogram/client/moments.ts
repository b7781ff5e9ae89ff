/** What the person noted of their wage matter: asked for it again, was promised, filed on paper. On this phone only. */
import { useMemo } from 'react';
import type { Moment, MomentKind } from '@/domain/wages/law';
import { MOMENTS } from '@/domain/wages/law';
import { newId } from './new-id';
import { currentOwner, isOf, type Owner, onForgotten, onInherited, useOwner } from './owner';
import { isRecord, keptMany } from './storage';
import { createStore, useStore } from './store';

export interface OwnMoment extends Owner {
  readonly id: string;
  /** the form, which is the case once it is filed */
  readonly about: string;
  readonly kind: MomentKind;
  readonly on: string;
  readonly text: string;
  readonly writtenAt: number;
}

const isMoment = (value: unknown): value is OwnMoment =>
  isRecord(value) &&
  typeof value.id === 'string' &&
  typeof value.about === 'string' &&
  typeof value.kind === 'string' &&
  value.kind in MOMENTS &&
  typeof value.on === 'string';
const keptMoments = keptMany('moment', 1, isMoment);

const store = createStore<readonly OwnMoment[]>(keptMoments.all());

keptMoments.onOtherTab((id) => {
  const theirs = keptMoments.read(id);
  store.set([...store.get().filter((one) => one.id !== id), ...(theirs ? [theirs] : [])]);
});

function put(moment: OwnMoment): boolean {
  store.set([...store.get().filter(({ id }) => id !== moment.id), moment]);
  return keptMoments.write(moment.id, moment);
}

export function dropMoment(id: string): void {
  keptMoments.remove(id);
  store.set(store.get().filter((one) => one.id !== id));
}

/** @returns false when the phone would not keep it: it lasts until the app is closed */
export const noteMoment = (about: string, moment: Pick<Moment, 'kind' | 'on'>, text: string): boolean =>
  put({ ...currentOwner(), ...moment, about, text, id: newId(), writtenAt: Date.now() });

onInherited((account) => {
  for (const one of store.get()) if (one.account === null) put({ ...one, account });
});
onForgotten((gone) => {
  for (const one of store.get()) if (gone(one)) dropMoment(one.id);
});

export function useMoments(about: string): readonly OwnMoment[] {
  const owner = useOwner();
  const all = useStore(store);
  return useMemo(
    () => all.filter((one) => one.about === about && isOf(one, owner)).sort((a, b) => (a.on < b.on ? -1 : 1)),
    [all, about, owner],
  );
}
