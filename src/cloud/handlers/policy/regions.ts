import type { UnitChoice } from '@/domain/eligibility';
import type { Context } from '../../context';

/** Every place one can choose, with the region whose pack serves it. */
export const regions = ({ book }: Context): UnitChoice[] =>
  book.regions.flatMap(({ region }) =>
    region.units.map((unit) => ({ ...unit, region: region.id, province: region.province })),
  );
