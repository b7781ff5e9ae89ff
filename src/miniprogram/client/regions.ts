import { useCallback, useEffect, useState } from 'react';
import type { UnitChoice } from '@/domain/eligibility/pack';
import { type CallError, call } from './call';
import { isRecord, kept } from './storage';

const isChoices = (value: unknown): value is readonly UnitChoice[] =>
  Array.isArray(value) && value.every((unit) => isRecord(unit) && typeof unit.name === 'string');
const keptRegions = kept('regions', 1, isChoices);

export interface UseRegions {
  readonly units: readonly UnitChoice[] | null;
  readonly error: CallError | null;
  readonly refresh: () => void;
}

/** Every place one can choose: those kept on the phone at once, the current ones when they come. */
export function useRegions(): UseRegions {
  const [units, setUnits] = useState(keptRegions.read);
  const [error, setError] = useState<CallError | null>(null);
  const refresh = useCallback(() => {
    setError(null);
    call('policy.regions', {}).then(
      (found) => {
        keptRegions.write(found);
        setUnits(found);
      },
      (thrown: CallError) => setError(thrown),
    );
  }, []);
  useEffect(refresh, [refresh]);
  return { units, error, refresh };
}
