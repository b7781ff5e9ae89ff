/** What the desk or an employer has typed, as a posting: placed, checked, held back where it demands what it may not. */
import type { PostingInput } from '@/contract/postings';
import { checkCreditCode } from '@/domain/identity';
import type { Exactness, Point, PostingDraft } from '@/domain/jobs';
import { countyName } from '../cases/names';
import { type Context, packFor } from '../context';
import { elsewhere, pointOf } from '../policy-book/points';
import { refuse, refuseField } from '../refuse';
import type { Poster } from './poster';

/** @throws RegionWithoutPack, InvalidInput for a place that is not the poster's to publish in */
export function draftOf(context: Context, poster: Poster, input: PostingInput): PostingDraft {
  const { point: _, ...said } = input;
  placed(context, poster, input);
  const { about, paid, hours, insurance, contract, phone, route, gather, bus } = said;
  const { cooperation, destination, brand } = said;
  return {
    kind: said.kind,
    title: said.title,
    // a unit speaks for itself alone
    employer: poster.as === 'unit' ? poster.name : said.employer,
    credit_code: poster.as === 'unit' ? poster.creditCode : codeOf(said.credit_code),
    county: said.county,
    town: said.town || null,
    village: said.village || null,
    address: said.address || null,
    ...whereOf(context, input),
    offered_to: said.offered_to,
    pay: said.pay,
    people: said.people,
    shift: said.shift,
    board: said.board,
    lodging: said.lodging,
    childcare_hours: said.childcare_hours,
    elders: said.elders,
    light: said.light,
    skills: said.skills,
    starts_on: said.starts_on || null,
    open_until: said.open_until,
    words: {
      ...{ about: about || null, paid: paid || null, hours: hours || null, insurance, contract },
      ...{ phone: phone || null, route: route || null, gather: gather || null, bus: bus || null },
      ...{ cooperation, destination: destination || null, brand: brand || null, also: [] },
    },
  };
}

/** @throws InvalidInput */
function codeOf(text: string | null): string | null {
  if (!text) return null;
  const checked = checkCreditCode(text);
  if (!checked.ok) throw refuseField('posting.credit_code', checked.problem.message);
  return checked.code;
}

/** The desk speaks for its own county; a unit goes to the county where the work is, or whose people it is offered to. */
function placed(context: Context, { as, county, town }: Poster, input: PostingInput): void {
  const region = packFor(context, input.offered_to ?? input.county)?.region;
  if (!region) throw refuse('RegionWithoutPack');
  const desk = input.offered_to ?? input.county;
  const at = input.offered_to === null ? 'posting.county' : 'posting.offered_to';
  if (!region.units.some(({ code }) => code === desk)) throw refuseField(at, '请选到区县');
  if (as === 'staff' && desk !== county)
    throw refuseField(at, '只能发布本区县的岗位，别的区县请找那里的人社部门');
  if (town !== null && input.offered_to !== null) throw refuseField(at, '外出的岗位由区县发布');
  if (town !== null && input.town !== town) throw refuseField('posting.town', `只能发布${town}的岗位`);
}

function whereOf(
  { book }: Context,
  input: PostingInput,
): { readonly point: Point; readonly exact: Exactness } {
  if (input.point) return { point: inPlace({ book }, input, input.point), exact: 'exact' };
  const found = pointOf(book, input.county, input.town);
  // far away nobody looks on a map of near-by work: the place is told in words
  const { lat, lng, exact } = found ?? pointOf(book, input.offered_to ?? '', null) ?? refuseFar();
  return { point: { lat, lng }, exact };
}

/** Whoever looks near by finds it by its point, and its desk by its county: both are one place. @throws InvalidInput */
function inPlace({ book }: Pick<Context, 'book'>, { county }: PostingInput, point: Point): Point {
  const there = elsewhere(book, county, point);
  if (there === null) return point;
  const where = there === '' ? '不在选的区县' : `在${countyName(book, there)}，不在选的区县`;
  throw refuseField(
    'posting.point',
    `这个位置${where}。请看区县选对没有，经度、纬度是不是写反了；不知道就不写位置`,
  );
}

function refuseFar(): never {
  throw refuseField('posting.county', '不知道这个地方在哪里，请重新选区县');
}
