// npm run build: all three outputs, each only when something it is made of changed.
import { buildBrowser, buildFunction, buildWechat } from './build-steps.mjs';
import { ensureInstalled, say } from './steps.mjs';

await ensureInstalled();
for (const [name, build] of [
  ['dist/h5', buildBrowser],
  ['dist/weapp', buildWechat],
  ['dist/cloud', buildFunction],
]) {
  if (!(await build())) say(`✔ ${name} 没有变化`);
}
