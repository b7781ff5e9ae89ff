import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type CallError, call } from '@/client/call';
import { keepVillage, type Staff, type Village, villageOnPhone } from '@/client/village';

export interface Place {
  /** `''`: this one, or not chosen yet */
  readonly month: string;
  readonly town: string;
  readonly village: string;
}

export interface UseVillage {
  readonly view: Village | null;
  /** when the shown list came, where it is the one kept on the phone; null: just now */
  readonly keptAt: number | null;
  readonly error: CallError | null;
  readonly reload: () => Promise<void>;
}

/** The list of a village; without a signal the one kept on this phone. */
export function useVillage(place: Place, staff: Staff, account: string): UseVillage {
  const { month, town, village } = place;
  const plain = month === '' && town === '' && village === '';
  const [read, setRead] = useState<{ place: Place; view: Village } | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const reload = useCallback(async () => {
    const input = { ...(month && { month }), ...(town && { town }), ...(village && { village }) };
    try {
      const view = await call('visits.residents', input);
      setRead({ place: { month, town, village }, view });
      setError(null);
      // the list one works with, of this month
      if (month === '' && view.residents.length > 0) keepVillage(account, staff, view);
    } catch (thrown) {
      if ((thrown as CallError).name !== 'PersonChanged') setError(thrown as CallError);
    }
  }, [month, town, village, account, staff]);
  useEffect(() => void reload(), [reload]);
  // back from a visit
  const first = useRef(true);
  useDidShow(() => {
    if (!first.current) void reload();
    first.current = false;
  });
  const mine = read && isSame(read.place, place) ? read.view : null;
  const kept = mine === null && plain ? villageOnPhone() : null;
  return {
    // the choices stay while another village is being read
    view: mine ?? kept?.village ?? (read && { ...read.view, residents: [], workshops: [] }),
    keptAt: mine || !kept ? null : kept.at,
    error,
    reload,
  };
}

const isSame = (a: Place, b: Place) => a.month === b.month && a.town === b.town && a.village === b.village;
