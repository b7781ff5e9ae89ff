/** Which QR code on which wall is meant, and whom the sheet names. */
import { type PolicyBook, regionOf } from '@/cloud/policy-book/book';

type RegionFile = PolicyBook['regions'][number]['region'];

export interface FoundPoint {
  readonly region: RegionFile;
  readonly unit: RegionFile['units'][number];
  readonly point: RegionFile['points'][number];
}

/** What was asked for is not there; the message says what is. */
export class NoSuchPoint extends Error {}

/**
 * @param regionCode a region's id, or the code or id of a unit in it
 * @param wanted name of the point, or of its unit when that has only one; null for the only one there is
 * @throws NoSuchPoint
 */
export function findPoint(book: PolicyBook, regionCode: string, wanted: string | null): FoundPoint {
  const id =
    regionOf(book, regionCode) ??
    book.regions.find(({ region }) => region.units.some((unit) => unit.id === regionCode))?.region.id;
  const region = book.regions.find((candidate) => candidate.region.id === id)?.region;
  if (!region) {
    const all = book.regions.map((one) => `${one.region.id} ${one.region.name}`).join('、');
    throw new NoSuchPoint(`没有收录 ${regionCode}。有：${all}，或者其中一个区县的代码`);
  }
  const unitOf = (point: FoundPoint['point']) => region.units.find((unit) => unit.id === point.unit);
  const inside = region.points.filter(
    (point) =>
      region.id === regionCode ||
      unitOf(point)?.code === regionCode ||
      point.unit === regionCode ||
      unitOf(point)?.aliases?.includes(regionCode),
  );
  const matching = inside.filter((point) => {
    const unit = unitOf(point);
    return wanted === null || [point.name, unit?.name, unit?.short_name].includes(wanted);
  });
  // a point's own name beats that of its unit
  const exact = matching.find(({ name }) => name === wanted);
  const point = exact ?? (matching.length === 1 ? matching[0] : undefined);
  const unit = point && unitOf(point);
  if (point && unit) return { region, unit, point };

  const listed = (matching.length > 1 ? matching : inside)
    .map((one) => `  ${one.name}（${unitOf(one)?.name ?? one.unit}）`)
    .join('\n');
  const said =
    wanted === null
      ? '要说明是哪个点位'
      : matching.length > 1
        ? `“${wanted}”有好几个点位`
        : `没有点位“${wanted}”`;
  throw new NoSuchPoint(
    listed === ''
      ? `${regionCode} 还没有点位。在 src/policy/regions/ 里它的 region.yaml 的 points 下加一行`
      : `${said}。有：\n${listed}`,
  );
}
