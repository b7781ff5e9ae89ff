import { PROVINCES } from '@/domain/geo/provinces';
import { useRegions } from './regions';

/** 重庆 · 酉阳 for a county's code; at least its province when the place is not listed. */
export function useCounty(): (code: string) => string {
  const { units } = useRegions();
  return (code) => {
    const province = PROVINCES.find((one) => one.code.slice(0, 2) === code.slice(0, 2));
    const unit = units?.find((one) => one.code === code);
    return [province?.name, unit?.short_name].filter(Boolean).join(' · ') || code;
  };
}
