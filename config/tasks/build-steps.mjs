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

async function taro(title, type, settings) {
  rmSync(`dist/${type}`, { recursive: true, force: true });
  const env = { NODE_ENV: 'production', TARO_ENV: type, ...settings };
  await run(title, bin('taro'), ['build', '--type', type, '--no-check'], { env });
}

/** What a build is made with besides files. The mini-program has no address of its own: by default this machine's. */
function settingsOf(type) {
  const {
    TARO_APP_API_BASE,
    TARO_APP_TRANSPORT = 'http',
    TARO_APP_CLOUD_ENV = '',
    PORT = '8080',
  } = process.env;
  const here = type === 'weapp' ? `http://localhost:${PORT}` : '';
  return { TARO_APP_API_BASE: TARO_APP_API_BASE ?? here, TARO_APP_TRANSPORT, TARO_APP_CLOUD_ENV };
}

export async function buildBrowser() {
  const settings = settingsOf('h5');
  const work = async () => {
    await taro('生成浏览器版 dist/h5', 'h5', settings);
    await run('生成离线缓存 dist/h5/sw.js', process.execPath, ['config/tasks/service-worker.mjs']);
  };
  const inputs = [...APP, 'config/tasks/service-worker.mjs'];
  return unlessFresh('h5', inputs, ['dist/h5/index.html', 'dist/h5/sw.js'], work, JSON.stringify(settings));
}

export async function buildWechat() {
  const settings = settingsOf('weapp');
  const work = () => taro('生成微信小程序 dist/weapp', 'weapp', settings);
  return unlessFresh(
    'weapp',
    APP,
    ['dist/weapp/app.json', 'dist/weapp/app.js'],
    work,
    JSON.stringify(settings),
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
