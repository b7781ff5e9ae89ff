import { usePack } from '@/client/pack';
import { usePlace } from '@/client/place';
import { homeCodeOf } from '@/domain/eligibility/pack';

/** The county of the place one looks from, for whoever is not in the register; empty where that is no county. */
export function useHomeCounty(): string {
  const { pack } = usePack();
  const { place } = usePlace();
  const unit = pack?.region.units.find(({ id }) => id === place?.unit);
  return pack && unit ? homeCodeOf(unit, pack.region.id) : '';
}
