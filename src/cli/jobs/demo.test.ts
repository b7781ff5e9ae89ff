/** The demonstration's postings are what an import would take: inside their counties, with nothing impossible. */
import { demoDrafts } from '@/cloud/demo/jobs';
import { POSTING_KINDS } from '@/domain/jobs';
import { findingsOf } from '@/domain/jobs/hold';
import { postingProblems } from '@/domain/jobs/problems';
import { boundaries, convert, isIn } from './boundaries';
import { samplePostings } from './sample';

const TODAY = '2026-11-22';
const drafts = demoDrafts(TODAY);

test('演示的岗位：九类都有，有扣下的、过期的、带接送车的外出', () => {
  expect(new Set(drafts.map(({ kind }) => kind)).size).toBe(Object.keys(POSTING_KINDS).length);
  expect(drafts.filter((one) => findingsOf(one).length > 0)).toHaveLength(2);
  expect(drafts.filter(({ open_until }) => open_until < TODAY)).toHaveLength(1);
  expect(drafts.filter(({ offered_to, words }) => offered_to !== null && words.bus !== null).length).toBe(2);
});

test.each(drafts.map((one) => [one.title, one] as const))('%s：写得对，位置在区县里', (_, draft) => {
  const problems = postingProblems(draft, TODAY).filter(
    ({ at }) => draft.open_until >= TODAY || at !== 'open_until',
  );
  expect(problems).toEqual([]);
  const boundary = boundaries().get(draft.county);
  expect(boundary && isIn(boundary, convert(draft.point, 'gcj02', 'wgs84'))).toBe(true);
  expect([draft.title, draft.employer].every((text) => text.startsWith('样例'))).toBe(true);
});

test('编出来的岗位都在真实的区县边界里，成堆', () => {
  const boundary = boundaries().get('500242');
  const near = [...samplePostings(500, { seed: 3, counties: ['500242'], today: TODAY })].filter(
    ({ draft }) => draft.offered_to === null,
  );
  expect(boundary && near.every(({ draft }) => isIn(boundary, convert(draft.point, 'gcj02', 'wgs84')))).toBe(
    true,
  );
  expect(new Set(near.map(({ draft }) => draft.town)).size).toBeLessThan(20);
  expect(near.flatMap(({ draft }) => [...postingProblems(draft, TODAY), ...findingsOf(draft)])).toEqual([]);
});
