// npm run bench [-- GROUP …]: bundled first, as it would be shipped; a development loader slows what is measured.
import { build } from 'esbuild';
import { buildBrowser, buildWechat } from './build-steps.mjs';
import { ensureChromium, ensureInstalled, run } from './steps.mjs';

await ensureInstalled();
await ensureChromium();
await buildBrowser();
await buildWechat();
await build({
  entryPoints: ['test/bench/main.ts'],
  outfile: '.cache/bench/main.mjs',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  define: { __dirname: JSON.stringify(new URL('../../test', import.meta.url).pathname) },
  logLevel: 'error',
});
await run('bench', process.execPath, ['.cache/bench/main.mjs', ...process.argv.slice(2)], { show: true });
