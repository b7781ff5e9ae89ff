import path from 'node:path';
import { loadPolicyBook } from '@/cloud/policy-book/book';

/** The policy folder of this checkout. */
export const POLICY_ROOT = path.join(__dirname, '../src/policy');
export const book = loadPolicyBook(POLICY_ROOT);
