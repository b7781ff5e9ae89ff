import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadPolicyBook, type PolicyBook } from '@/cloud/policy-book/book';

/** The policy folder of this checkout. */
export const POLICY_ROOT = path.join(__dirname, '../src/policy');

export const book = readOnce();

/** The first test file of a run reads the folder; the others take what it read, as the cloud function does. */
function readOnce(): PolicyBook {
  const kept = process.env.TEST_BOOK;
  if (kept === undefined) return loadPolicyBook(POLICY_ROOT);
  if (!existsSync(kept)) {
    // two may be the first
    const draft = `${kept}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(loadPolicyBook(POLICY_ROOT)));
    renameSync(draft, kept);
  }
  return JSON.parse(readFileSync(kept, 'utf8')) as PolicyBook;
}
