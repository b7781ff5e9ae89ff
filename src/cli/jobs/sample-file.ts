/** jobs sample: invented postings as a file that can be imported. */

import { INCOMING_KEYS, type IncomingKey, incomingSpec } from '@/domain/jobs/incoming';
import { shortYuan } from '@/domain/money/yuan';
import { BYTE_ORDER_MARK, csvLines, writePrivately } from '../register/private-file';
import { type SamplePosting, type SamplePostingOptions, samplePostings } from './sample';

const AT_ONCE = 500;

const yuan = (fen: number | null | undefined): string => (fen == null ? '' : shortYuan(fen));

/** The word written for a code. */
function word(key: IncomingKey, code: string | boolean | null): string {
  if (code === null) return '';
  if (typeof code === 'boolean') return code ? '是' : '否';
  return incomingSpec(key).choices?.find((one) => one.code === code)?.label ?? code;
}

/** One row in the catalogue's columns. */
export function cellsOf({ sourceId, draft }: SamplePosting): string[] {
  const { pay, words, point, exact } = draft;
  const cells: Readonly<Record<IncomingKey, string>> = {
    source_id: sourceId,
    kind: word('kind', draft.kind),
    title: draft.title,
    employer: draft.employer,
    credit_code: draft.credit_code ?? '',
    county: draft.county,
    town: draft.town ?? '',
    village: draft.village ?? '',
    address: draft.address ?? '',
    lat: exact === 'exact' ? String(point.lat) : '',
    lng: exact === 'exact' ? String(point.lng) : '',
    offered_to: draft.offered_to ?? '',
    pay_from: yuan(pay?.from_fen),
    pay_to: yuan(pay?.to_fen),
    pay_unit: word('pay_unit', pay?.unit ?? null),
    pieces_per_day: pay?.pieces_per_day == null ? '' : String(pay.pieces_per_day),
    people: draft.people === null ? '' : String(draft.people),
    shift: word('shift', draft.shift),
    board: word('board', draft.board),
    lodging: word('lodging', draft.lodging),
    childcare_hours: word('childcare_hours', draft.childcare_hours),
    elders: word('elders', draft.elders),
    light: word('light', draft.light),
    skills: draft.skills.map((one) => word('skills', one)).join('、'),
    insurance: words.insurance.map((one) => word('insurance', one)).join('、'),
    contract: word('contract', words.contract),
    starts_on: draft.starts_on ?? '',
    open_until: draft.open_until,
    posted_on: '',
    about: words.about ?? '',
    demands: '',
    paid: words.paid ?? '',
    hours: words.hours ?? '',
    phone: words.phone ?? '',
    route: words.route ?? '',
    gather: words.gather ?? '',
    bus: words.bus ?? '',
    cooperation: word('cooperation', words.cooperation),
    destination: words.destination ?? '',
    brand: words.brand ?? '',
  };
  return INCOMING_KEYS.map((key) => cells[key]);
}

/** @param out null: standard output */
export const writeSamplePostings = (
  count: number,
  options: SamplePostingOptions,
  out: string | null,
): Promise<void> =>
  writePrivately(out, async (file) => {
    await file.write(BYTE_ORDER_MARK + csvLines([INCOMING_KEYS.map((key) => incomingSpec(key).header)]));
    let lines: string[][] = [];
    for (const one of samplePostings(count, options)) {
      lines.push(cellsOf(one));
      if (lines.length < AT_ONCE) continue;
      await file.write(csvLines(lines));
      lines = [];
    }
    await file.write(csvLines(lines));
  });
