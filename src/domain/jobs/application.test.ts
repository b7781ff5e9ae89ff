import { isPhoneShown } from './application';

const none = { ended_on: null, declined_on: null, interview_on: null };
const TODAY = '2026-11-22';

test.each([
  ['还在招', none, true],
  ['停招30天', { ...none, ended_on: '2026-10-23' }, true],
  ['停招31天', { ...none, ended_on: '2026-10-22' }, false],
  ['停招31天，面试在今天', { ...none, ended_on: '2026-10-22', interview_on: TODAY }, true],
  ['停招31天，面试过了', { ...none, ended_on: '2026-10-22', interview_on: '2026-11-21' }, false],
  ['还在招，回了不合适31天', { ...none, declined_on: '2026-10-22' }, false],
  ['还在招，刚回了不合适', { ...none, declined_on: TODAY }, true],
])('%s：单位看不看得到电话', (_, over, shown) => {
  expect(isPhoneShown(over, TODAY)).toBe(shown);
});
