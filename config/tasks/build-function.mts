/** One CommonJS file with everything in it, the validated policy book included, and its function configuration. */
import { mkdirSync, writeFileSync } from 'node:fs';
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

await main();
