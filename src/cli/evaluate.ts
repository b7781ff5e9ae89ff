/**
 * npm run -s evaluate -- FILE.jsonl   (or - for standard input)
 * One line in: {"id","as_of","facts"}; one line out: every benefit of every document. A bad line is answered with
 * an error and the rest goes on; the exit code is then 2.
 */
import { loadPolicyBook } from '@/cloud/policy-book/book';
import { answerLines } from './each-line';
import { lineEvaluator } from './evaluate-line';
import { policyRoot } from './policy-root';

answerLines('evaluate', () => lineEvaluator(loadPolicyBook(policyRoot()).rules));
