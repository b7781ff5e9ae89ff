import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadPolicyBook, PolicyError } from '@/cloud/policy-book/book';
import { POLICY_ROOT } from './book';

/** A copy of the policy folder that a test may change; gone when the test file is done. */
export function temporaryPolicy(): {
  readonly root: string;
  write(file: string, text: string): void;
  change(file: string, from: string, to: string): void;
  /** why it is not taken: `file:line: why`; null: it is */
  problem(): string | null;
} {
  const root = mkdtempSync(path.join(tmpdir(), 'policy-'));
  cpSync(POLICY_ROOT, root, { recursive: true });
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const at = (file: string) => path.join(root, file);
  return {
    root,
    write: (file, text) => {
      cpSync(at('evidence.yaml'), at(file), { recursive: true });
      writeFileSync(at(file), text);
    },
    change: (file, from, to) => {
      const text = readFileSync(at(file), 'utf8');
      if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
      writeFileSync(at(file), text.replace(from, to));
    },
    problem: () => {
      try {
        loadPolicyBook(root);
        return null;
      } catch (error) {
        if (!(error instanceof PolicyError)) throw error;
        return `${error.file}:${error.line}: ${error.why}`;
      }
    },
  };
}
