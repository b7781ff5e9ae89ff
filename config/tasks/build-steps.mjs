// The three outputs: dist/h5 (browser), dist/weapp (WeChat), dist/cloud (cloud function).
import { rmSync } from 'node:fs';
import { bin, run, unlessFresh } from './steps.mjs';

const TOOLS = [
  'package-lock.json',
  'config/index.ts',
  'babel.config.js',
  'tsconfig.json',
  'config/tasks/build-steps.mjs',
];
const APP = ['src/miniprogram', 'src/domain', 'src/contract', ...TOOLS];

async function taro(title, type) {
  rmSync(`dist/${type}`, { recursive: true, force: true });
  const env = { NODE_ENV: 'production', TARO_ENV: type, TARO_CACHE: '1' };
  await run(title, bin('taro'), ['build', '--type', type, '--no-check'], { env });
}

export async function buildBrowser() {
  return unlessFresh(
    'h5',
    [...APP, 'config/tasks/service-worker.mjs'],
    ['dist/h5/index.html', 'dist/h5/sw.js'],
    async () => {
      await taro('生成浏览器版 dist/h5', 'h5');
      await run('生成离线缓存 dist/h5/sw.js', process.execPath, ['config/tasks/service-worker.mjs']);
    },
  );
}

export async function buildWechat() {
  return unlessFresh('weapp', APP, ['dist/weapp/app.json', 'dist/weapp/app.js'], () =>
    taro('生成微信小程序 dist/weapp', 'weapp'),
  );
}

export async function buildFunction() {
  const inputs = [
    'src/cloud',
    'src/contract',
    'src/domain',
    'src/policy',
    'config/tasks/build-function.mts',
    ...TOOLS,
  ];
  return unlessFresh('cloud', inputs, ['dist/cloud/api/index.js', 'dist/cloud/api/config.json'], () =>
    run('生成云函数 dist/cloud/api', bin('tsx'), ['config/tasks/build-function.mts']),
  );
}
