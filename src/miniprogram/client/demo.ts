import type { OutputOf } from '@/contract/api';
import { call } from './call';
import { kept } from './storage';
import { createStore, useStore } from './store';

export type Sample = OutputOf<'session.samples'>['samples'][number];

const isTrue = (value: unknown): value is true => value === true;
// learnt where one signs in, so that opening the app asks nothing
const keptDemo = kept('demo', 1, isTrue);
const store = createStore(keptDemo.read() === true);

/** Whether this is the demonstration: every page says so. */
export const useDemo = (): boolean => useStore(store);

/** The sample residents; none where it is not the demonstration. @throws CallError */
export async function askForSamples(): Promise<readonly Sample[]> {
  const { demo, samples } = await call('session.samples', {});
  if (demo) keptDemo.write(true);
  else keptDemo.remove();
  if (demo !== store.get()) store.set(demo);
  return demo ? samples : [];
}
