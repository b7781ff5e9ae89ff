import { CallError, call } from './call';
import { decoded } from './routes';
import { currentSession, onPersonChange } from './session';
import { isRecord, kept } from './storage';
import { createStore, useStore } from './store';
import { clearTrail } from './trail';

/** Where the person looks from: a region with documents, a county of it, perhaps the notice board they scanned. */
export interface ChosenPlace {
  readonly region: string;
  readonly unit: string;
  readonly pointName?: string;
}

interface PlaceState {
  readonly place: ChosenPlace | null;
  /** a scanned code is being looked up */
  readonly finding: boolean;
  /** why the scanned code did not help */
  readonly note: string | null;
}

const isPlace = (value: unknown): value is ChosenPlace =>
  isRecord(value) &&
  typeof value.region === 'string' &&
  typeof value.unit === 'string' &&
  (value.pointName === undefined || typeof value.pointName === 'string');

const keptPlace = kept('place', 1, isPlace);
export const placeStore = createStore<PlaceState>({ place: keptPlace.read(), finding: false, note: null });

onPersonChange(() => {
  const place = keptPlace.read() ?? placeStore.get().place;
  placeStore.set({ ...placeStore.get(), place });
});

export const usePlace = (): PlaceState => useStore(placeStore);

export function choosePlace(place: ChosenPlace): void {
  if (place.region !== placeStore.get().place?.region) clearTrail();
  waiting = null;
  // somebody else's county is not remembered as one's own
  if (!currentSession().signed?.acting) keptPlace.write(place);
  placeStore.set({ place, finding: false, note: null });
}

/** What the launch says of a scanned code: WeChat's `scene`, or `?scene=` before or after the hash. */
export function sceneOf(query: Readonly<Record<string, unknown>> | undefined, address = ''): string | null {
  const given = typeof query?.scene === 'string' ? query.scene : /[?&]scene=([^&#]*)/.exec(address)?.[1];
  return given ? decoded(given) : null;
}

/** A scanned code that could not be looked up yet. */
let waiting: string | null = null;

/** The network is back: look up the code that was scanned without one. */
export function retryScene(): void {
  if (waiting !== null) void takeScene(waiting);
}

/** Takes the place of a scanned code; an unknown code leaves what was chosen before and says so. */
export async function takeScene(scene: string): Promise<void> {
  placeStore.set({ ...placeStore.get(), finding: true, note: null });
  waiting = scene;
  try {
    const { region, unit, name } = await call('policy.scene', { scene });
    choosePlace({ region, unit, pointName: name });
  } catch (thrown) {
    const name = thrown instanceof CallError ? thrown.name : 'Internal';
    // a code of the wrong form is as unknown as one nobody hung up
    const unknown = name === 'UnknownScene' || name === 'InvalidInput';
    if (unknown) waiting = null;
    const note = unknown
      ? '扫的这个码没有认出来，请自己选一下地方。'
      : '没连上网，扫的码还没查到。连上网会再查一次，也可以先自己选地方。';
    placeStore.set({ ...placeStore.get(), finding: false, note });
  }
}
