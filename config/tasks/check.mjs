// npm run check: types, lint and format, boundaries, dead code, policy data. Everything is run; any failure fails.
import { bin, ensureInstalled, run, say } from './steps.mjs';

await ensureInstalled();
const checks = [
  ['类型', bin('tsc'), ['--noEmit']],
  ['写法和格式', bin('biome'), ['check', '--max-diagnostics=50']],
  ['没用到的代码', bin('knip'), []],
  ['边界', bin('jest'), ['--selectProjects', 'unit', '--testPathPattern', 'test/boundaries']],
  ['政策数据', bin('tsx'), ['src/cli/policy.ts', 'check']],
];
let failed = 0;
for (const [title, command, args] of checks) {
  const { code, output } = await run(title, command, args, { allowFailure: true });
  if (code !== 0) {
    failed++;
    process.stdout.write(output);
  }
}
if (failed > 0) {
  say(`${failed} 项检查没有通过`);
  process.exit(1);
}
