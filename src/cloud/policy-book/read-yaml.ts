import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LineCounter, parse, parseDocument } from 'yaml';
import type { z } from 'zod';

/** A file of the policy folder that does not validate: says which, where and why. */
export class PolicyError extends Error {
  override name = 'PolicyError';
  constructor(
    readonly file: string,
    readonly line: number | null,
    readonly why: string,
  ) {
    super(`${file}${line === null ? '' : `:${line}`}: ${why}`);
  }
}

/**
 * Read and validate a YAML file.
 * @throws PolicyError with the line of the offending value where YAML knows it
 */
export function readYaml<T>(root: string, file: string, type: z.ZodType<T>): T {
  if (!existsSync(path.join(root, file))) throw new PolicyError(file, null, 'is missing');
  const source = readFileSync(path.join(root, file), 'utf8');
  let data: unknown;
  try {
    data = parse(source);
  } catch (error) {
    const where = (error as { linePos?: { line: number }[] }).linePos?.[0]?.line ?? null;
    throw new PolicyError(file, where, (error as Error).message.split('\n')[0] as string);
  }
  const result = type.safeParse(data);
  if (result.success) return result.data;
  const issue = deepest(result.error.issues);
  throw new PolicyError(
    file,
    lineOf(source, issue.path),
    `${issue.path.join('.') || '(file)'}: ${issue.message}`,
  );
}

/** What is wrong with a value that is only seen beside other files. */
export function wrongAt(root: string, file: string, at: readonly PropertyKey[], why: string): PolicyError {
  return new PolicyError(file, lineOf(readFileSync(path.join(root, file), 'utf8'), at), why);
}

type Issue = z.core.$ZodIssue;

/** In a union every branch fails; the one that got furthest into the data says what is really wrong. */
function deepest(issues: readonly Issue[]): { path: PropertyKey[]; message: string } {
  const first = issues[0] as Issue;
  if (first.code === 'unrecognized_keys')
    return { path: [...first.path, first.keys[0] as string], message: 'no such key' };
  if (first.code !== 'invalid_union') return { path: [...first.path], message: first.message };
  const branches = first.errors.filter((branch) => branch.length > 0).map((branch) => deepest(branch));
  const best = branches.sort((a, b) => b.path.length - a.path.length)[0];
  if (!best || best.path.length === 0)
    return { path: [...first.path], message: best?.message ?? first.message };
  return { path: [...first.path, ...best.path], message: best.message };
}

/** Line of the value at the path, or of the nearest thing around it that is there. */
function lineOf(source: string, at: readonly PropertyKey[]): number | null {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter });
  for (let depth = at.length; depth > 0; depth--) {
    const node = document.getIn(at.slice(0, depth), true) as { range?: [number] } | undefined;
    if (node?.range) return counter.linePos(node.range[0]).line;
  }
  return null;
}
