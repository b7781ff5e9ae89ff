/** Sizes of the built packages, in bytes. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(file) : [file];
  });

/** Main package and all of the WeChat build. */
export function weappSizes(root = 'dist/weapp'): { main: number; whole: number } {
  const app = JSON.parse(readFileSync(path.join(root, 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[];
  };
  const subpackages = (app.subPackages ?? []).map((sub) => path.join(root, sub.root) + path.sep);
  let main = 0;
  let whole = 0;
  for (const file of filesBelow(root)) {
    const size = statSync(file).size;
    whole += size;
    if (!subpackages.some((prefix) => file.startsWith(prefix))) main += size;
  }
  return { main, whole };
}

/** All files of the WeChat build as one text, for looking what is in it. */
export const weappText = (root = 'dist/weapp'): string =>
  filesBelow(root)
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
