import type { PostingLine } from '@/contract/jobs';
import { spotsOf } from './spots';

const at = (title: string, lat: number, lng: number) => ({ id: title, title, lat, lng }) as PostingLine;

test('同一个位置的活合成一个点，差一百米的不合', () => {
  const spots = spotsOf([at('缝纫工', 28.84, 108.77), at('普工', 28.84, 108.77), at('保洁', 28.841, 108.77)]);
  expect(spots.map(({ name, postings }) => [name, postings.length])).toEqual([
    ['这里有2个：缝纫工等', 2],
    ['保洁', 1],
  ]);
  expect(spotsOf([])).toEqual([]);
});
