// npm test: install, build and run everything; the last line is the count, the exit code says whether all passed.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { buildBrowser, buildFunction, buildWechat } from './build-steps.mjs';
import { bin, ensureChromium, ensureInstalled, run, say } from './steps.mjs';

await ensureInstalled();
await ensureChromium();
const report = '.cache/jest.json';
mkdirSync('.cache', { recursive: true });
rmSync(report, { force: true });
const builds = async () => {
  await buildBrowser();
  await buildWechat();
  await buildFunction();
};
const check = run(
  '检查（类型、写法、边界、没用到的代码、政策数据）',
  process.execPath,
  ['config/tasks/check.mjs'],
  { allowFailure: true },
);
// builds and checks do without each other, and each keeps about one processor busy
const [checks] = await Promise.all([check, builds()]);
if (checks.code !== 0) process.stdout.write(checks.output);

const tests = await run(
  '测试',
  bin('jest'),
  ['--json', `--outputFile=${report}`, '--maxWorkers=2', '--testLocationInResults'],
  { allowFailure: true, show: true },
);

let passed = checks.code === 0 ? 1 : 0;
let failed = checks.code === 0 ? 0 : 1;
try {
  const result = JSON.parse(readFileSync(report, 'utf8'));
  passed += result.numPassedTests;
  // a file that could not even be loaded holds no failed test, but it failed
  failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
} catch {
  failed++;
}
if (failed === 0 && tests.code !== 0) failed++;
say(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
