/** The library of labour brands. Needs no database: brands are policy data. */
import type { InputOf, OutputOf } from '@/contract/api';
import type { BrandView } from '@/contract/brands';
import type { Brand } from '@/domain/brands';
import type { Context } from '../../context';
import { documentOf, type RegionBook, regionOf } from '../../policy-book/book';
import { refuse } from '../../refuse';

/** @throws RegionWithoutPack */
export function list(context: Context, { county }: InputOf<'brands.list'>): OutputOf<'brands.list'> {
  const id = regionOf(context.book, county);
  const book = context.book.regions.find(({ region }) => region.id === id);
  if (!book) throw refuse('RegionWithoutPack');
  const own = book.region.units.find(({ code, aliases }) => code === county || aliases?.includes(county))?.id;
  // the demonstration alone shows invented ones
  const demo = context.services?.demo != null;
  const seen = book.brands.brands.filter(({ sample }) => !sample || demo);
  return {
    brands: [...seen]
      .sort((a, b) => Number(b.unit === own) - Number(a.unit === own))
      .map((one) => viewOf(book, one)),
    focus: book.brands.focus.map(({ area, trades, document, item, quote }) => {
      const found = documentOf(context.book, document);
      const to = found?.effective.to ?? null;
      return {
        ...{ area, trades: [...trades], document, item, quote },
        number: found?.number ?? '',
        expired: to !== null && context.today > to,
      };
    }),
  };
}

const viewOf = ({ region }: RegionBook, { id, name, sample, unit, what, ...said }: Brand): BrandView => ({
  ...{ id, name, sample, what },
  county_name: region.units.find((place) => place.id === unit)?.name ?? '',
  trains: said.trains ?? null,
  hires: said.hires ?? null,
  phone: said.phone ?? null,
});
