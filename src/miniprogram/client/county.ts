import { PROVINCES } from '@/domain/geo/provinces';
import { usePack } from './pack';
import { useRegions } from './regions';

/** 重庆 · 酉阳 for a county's code; at least its province when the place is not listed. */
export function useCounty(): (code: string) => string {
  const { units } = useRegions();
  const { pack } = usePack();
  return (code) => {
    const province = PROVINCES.find((one) => one.code.slice(0, 2) === code.slice(0, 2));
    // without a network the list may never have come, the place's own policies are there
    const unit = (units ?? pack?.region.units)?.find((one) => one.code === code);
    return [province?.name, unit?.short_name].filter(Boolean).join(' · ') || code;
  };
}
