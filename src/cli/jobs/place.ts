/** Where a posting is: its own point converted and checked against the county's boundary, else the township's, else the county's. */
import type { PolicyBook } from '@/cloud/policy-book/book';
import { regionOf } from '@/cloud/policy-book/book';
import { pointOf } from '@/cloud/policy-book/points';
import { BESIDE, metresToEdge } from '@/domain/geo/polygon';
import type { Exactness, Point } from '@/domain/jobs';
import type { Incoming, IncomingReason } from '@/domain/jobs/incoming';
import {
  type Boundary,
  boundaries,
  centreOf,
  convert,
  countyAt,
  type Datum,
  isIn,
  roundPoint,
} from './boundaries';

export type Placed =
  | {
      readonly ok: true;
      /** GCJ-02 */
      readonly point: Point;
      readonly exact: Exactness;
      /** what was put right, to be checked; null: nothing */
      readonly note: string | null;
    }
  | { readonly ok: false; readonly reason: IncomingReason };

const no = (column: string, message: string): Placed => ({ ok: false, reason: { column, message } });

type Book = Pick<PolicyBook, 'regions' | 'centres'>;

/** @param datum of the file's coordinates */
export function place(book: PolicyBook, row: Incoming, datum: Datum): Placed {
  const wrong = servedProblem(book, row);
  if (wrong) return wrong;
  const boundary = boundaries().get(row.county);
  if (!boundary && !(row.county in book.centres))
    return no('区县代码', `没有 ${row.county} 这个区县：要写到区县的6位代码，不写省、市的代码`);
  if (row.written === null) return unplaced(book, row);
  return boundary ? given(boundary, row.written, datum) : unplaced(book, row);
}

/** Whoever is to read it must have a pack. */
function servedProblem(book: PolicyBook, { county, offered_to }: Incoming): Placed | null {
  if (offered_to !== null)
    return regionOf(book, offered_to)
      ? null
      : no('面向地区代码', `${offered_to} 还没有政策包，没有人看得到：请写已经开通的区县，或者 500000`);
  if (
    regionOf(book, county) &&
    !book.regions.some(({ region }) => region.id === county && region.units.length > 1)
  )
    return null;
  return no(
    '区县代码',
    `${county} 还没有政策包：家附近的工作只收已经开通的区县；如果是介绍人外出去那里，请写“面向地区代码”`,
  );
}

function unplaced(book: Book, { county, town }: Incoming): Placed {
  const known = pointOf(book, county, town);
  if (known) {
    const { exact, ...point } = known;
    return { ok: true, point, exact, note: null };
  }
  const centre = centreOf(county);
  return centre
    ? { ok: true, point: centre, exact: 'county', note: null }
    : no('区县代码', `不知道 ${county} 在哪里：请写经纬度`);
}

const IN_CHINA = ({ lat, lng }: Point) => lat >= 3 && lat <= 54 && lng >= 73 && lng <= 136;

function given(boundary: Boundary, written: Point, datum: Datum): Placed {
  const swapped = { lat: written.lng, lng: written.lat };
  if (IN_CHINA(written)) return within(boundary, written, datum, null);
  if (written.lat === 0 && written.lng === 0)
    return no('纬度', '经纬度都是 0，那是没有：请空着，按乡镇找位置');
  if (!IN_CHINA(swapped))
    return no('纬度', `${written.lat}、${written.lng} 不在中国：请看小数点和正负号，不知道就都空着`);
  // certain only when the other way round it lies in the county that the row names
  if (isIn(boundary, convert(swapped, datum, 'wgs84'), BESIDE))
    return within(boundary, swapped, datum, '经度和纬度写反了，已经对调');
  return no('纬度', `经度和纬度像是写反了，可是对调以后也不在${boundary.name}：请核对，不知道就都空着`);
}

function within(boundary: Boundary, point: Point, datum: Datum, note: string | null): Placed {
  const wgs = convert(point, datum, 'wgs84');
  if (isIn(boundary, wgs, BESIDE))
    return { ok: true, point: roundPoint(convert(point, datum, 'gcj02')), exact: 'exact', note };
  const there = countyAt(wgs);
  if (!there) return no('纬度', '这个位置在海上或者国境外：请核对经纬度，不知道就都空着');
  const far = Math.round(metresToEdge(boundary.area, wgs) / 1000);
  return no(
    '纬度',
    `这个位置在${there.name}（${there.code}），离${boundary.name}有${far}公里：请核对经纬度和区县代码，哪个不对改哪个；经纬度不知道就都空着`,
  );
}

/** The name of a county for work elsewhere whose file does not say one. */
export const countyName = (code: string): string | null => boundaries().get(code)?.name ?? null;
