import { copy } from './copy';
import { stepWords } from './step-words';

test('事项有自己的叫法：名字、按钮、上面那句话、办好了说的话，都跟着换', () => {
  const own = { words: { accept: '看过了您的名片' }, lines: { accept: '名片看过了，就在这里记下。' } };
  expect(stepWords(own, 'accept')).toEqual({
    word: '看过了您的名片',
    yes: '看过了您的名片',
    line: '名片看过了，就在这里记下。',
    done: '已经记下“看过了您的名片”',
  });
  expect(stepWords(own, 'refuse')).toEqual(copy.actions.refuse);
});

test('只换了名字的，那句话还是大家的', () => {
  expect(stepWords({ words: { accept: '立案受理' }, lines: {} }, 'accept')).toMatchObject({
    word: '立案受理',
    line: copy.actions.accept.line,
  });
});
