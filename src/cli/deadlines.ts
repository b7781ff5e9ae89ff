/**
 * npm run -s deadlines -- FILE.jsonl   (or - for standard input)
 * One line in: {"id","rule","from","extended"?}; one line out: the last day, plain and rolled, with its articles. A bad
 * line is answered with an error and the rest goes on; the exit code is then 2.
 */
import { loadPolicyBook } from '@/cloud/policy-book/book';
import { deadlineOfLine } from './deadlines-line';
import { answerLines } from './each-line';
import { policyRoot } from './policy-root';

answerLines('deadlines', () => {
  const { law } = loadPolicyBook(policyRoot());
  return (line) => deadlineOfLine(law, line);
});
