import { kindOfNo, type PostingDraft } from '@/domain/jobs';
import { type PostingRow, payOf } from '../jobs/view';

/** A posting as it came in. */
export const draftIn = (row: PostingRow): PostingDraft => ({
  kind: kindOfNo(row.kind),
  title: row.title,
  employer: row.employer,
  credit_code: row.creditCode,
  county: row.county,
  town: row.town,
  village: row.village,
  address: row.address,
  point: { lat: row.lat, lng: row.lng },
  exact: row.exact,
  offered_to: row.offeredTo,
  pay: payOf(row),
  people: row.people,
  shift: row.shift,
  board: row.board,
  lodging: row.lodging,
  childcare_hours: row.childcareHours,
  elders: row.elders,
  light: row.light,
  skills: row.skills,
  starts_on: row.startsOn,
  open_until: row.openUntil,
  words: row.words,
});
