import { usePack } from '@/client/pack';
import { usePlace } from '@/client/place';
import { useRegions } from '@/client/regions';
import { homeCodeOf } from '@/domain/eligibility';
import { PROVINCES } from '@/domain/geo/provinces';

interface Place {
  readonly value: string;
  readonly label: string;
}

/** The chosen county, the others that are known by name, then the provinces. */
export function usePlaces(): readonly Place[] {
  const { place } = usePlace();
  const { pack } = usePack();
  const { units } = useRegions();
  const known = new Map<string, string>();
  const own = (units ?? []).filter(({ id }) => id === place?.unit);
  for (const one of [...own, ...(units ?? []).filter(({ id }) => id !== place?.unit)]) {
    if (one.abolished_on) continue;
    const code = homeCodeOf(one, one.region);
    const before = known.get(code);
    known.set(code, before ? `${before}、${one.name}` : `${one.province} ${one.name}`);
  }
  // without a network the list may never have come
  for (const one of units ? [] : (pack?.region.units ?? []))
    if (pack && !one.abolished_on) known.set(homeCodeOf(one, pack.region.id), one.name);
  return [
    ...[...known].map(([value, label]) => ({ value, label })),
    ...PROVINCES.filter(({ code }) => !known.has(code)).map(({ code, name }) => ({
      value: code,
      label: name,
    })),
  ];
}
