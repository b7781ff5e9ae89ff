/** One CommonJS file with everything in it, the validated policy book included, and its function configuration. */
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { loadPolicyBook } from '@/cloud/policy-book/book';

const OUT = 'dist/cloud/api';

async function main(): Promise<void> {
  const book = loadPolicyBook('src/policy');
  mkdirSync(OUT, { recursive: true });
  await build({
    entryPoints: ['src/cloud/entry/function.ts'],
    outfile: `${OUT}/index.js`,
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    minify: true,
    legalComments: 'none',
    // one of the packages asks where it lies
    banner: { js: "const __here=require('node:url').pathToFileURL(__filename).href;" },
    define: { 'import.meta.url': '__here' },
    plugins: [
      {
        name: 'embedded-policy',
        setup(plugin) {
          plugin.onResolve({ filter: /^embedded-policy$/ }, ({ path }) => ({ path, namespace: 'policy' }));
          plugin.onLoad({ filter: /.*/, namespace: 'policy' }, () => ({
            contents: JSON.stringify(book),
            loader: 'json',
          }));
        },
      },
    ],
  });
  copyFonts();
  writeFileSync(
    `${OUT}/package.json`,
    `${JSON.stringify({ name: 'api', version: '1.0.0', main: 'index.js' }, null, 2)}\n`,
  );
  // no platform API is called from the function; overdue cases are looked for every ten minutes
  const config = {
    permissions: { openapi: [] },
    triggers: [{ name: 'work', type: 'timer', config: '0 */10 * * * * *' }],
  };
  writeFileSync(`${OUT}/config.json`, `${JSON.stringify(config, null, 2)}\n`);
}

/** What receipts are printed with: two weights, from the package's own folder. */
function copyFonts(): void {
  const from = path.dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json'));
  mkdirSync(`${OUT}/fonts/files`, { recursive: true });
  copyFileSync(path.join(from, 'unicode.json'), `${OUT}/fonts/unicode.json`);
  for (const name of readdirSync(path.join(from, 'files')))
    if (/-(400|700)-normal\.woff$/.test(name))
      copyFileSync(path.join(from, 'files', name), `${OUT}/fonts/files/${name}`);
}

await main();
