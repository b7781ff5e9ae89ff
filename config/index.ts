import path from 'node:path';
import { defineConfig } from '@tarojs/cli';

const root = path.resolve(__dirname, '..');
const at = (p: string) => path.resolve(root, p);
const h5 = process.env.TARO_ENV === 'h5';

/** The few methods of webpack-chain used here. */
interface Chain {
  optimization: { splitChunks(options: object): unknown };
}

// Code outside sourceRoot is left untranspiled unless it is named here.
const compile = { include: [at('src/contract'), at('src/domain')] };

// ARIA is dropped from the WeChat templates unless every component is told to keep it.
const ARIA = [
  'role',
  'label',
  'hidden',
  'checked',
  'selected',
  'expanded',
  'disabled',
  'live',
  'level',
  'describedby',
];
const ariaOf = (names: readonly string[]) => Object.fromEntries(names.map((name) => [`aria-${name}`, "''"]));
const injected = Object.fromEntries(
  ['View', 'Text', 'Button', 'Input', 'Textarea', 'Image', 'Picker'].map((name) => [name, ariaOf(ARIA)]),
);

const sassLoaderOption = {
  // rules for one target only are wrapped in `@if $h5`
  additionalData: `$h5: ${h5};\n`,
  sassOptions: { quietDeps: true, silenceDeprecations: ['import', 'global-builtin', 'color-functions'] },
};

export default defineConfig<'webpack5'>(async () => ({
  projectName: 'employment-assistance-code',
  date: '2026-1-1',
  designWidth: 750,
  deviceRatio: { 640: 2.34 / 2, 750: 1, 375: 2, 828: 1.81 / 2 },
  sourceRoot: 'src/miniprogram',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  plugins: [['@tarojs/plugin-inject', { components: injected }]],
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  // the pin of WeChat's map is named by its path; the browser draws its own
  copy: {
    patterns: h5
      ? []
      : [
          {
            from: 'src/miniprogram/packages/jobs/assets/',
            to: 'dist/weapp/packages/jobs/assets/',
          },
        ],
    options: {},
  },
  // Chinese stays Chinese: escaped it takes twice the room, and most of the packages is Chinese
  terser: { enable: true, config: { output: { ascii_only: false } } },
  defineConstants: {
    API_BASE: JSON.stringify(process.env.TARO_APP_API_BASE ?? ''),
    TRANSPORT: JSON.stringify(process.env.TARO_APP_TRANSPORT ?? 'http'),
    CLOUD_ENV: JSON.stringify(process.env.TARO_APP_CLOUD_ENV ?? ''),
  },
  alias: {
    '@/contract': at('src/contract'),
    '@/domain': at('src/domain'),
    '@': at('src/miniprogram'),
    // taro-ui's `module` entry is one 361 kB bundle; lib/ is one ES module per component
    'taro-ui$': at('node_modules/taro-ui/lib/index.js'),
  },
  mini: {
    compile,
    sassLoaderOption,
    optimizeMainPackage: { enable: true },
    // sizes are real pixels times the text scale, never parts of the screen's width
    postcss: { pxtransform: { enable: false }, cssModules: { enable: false } },
  },
  h5: {
    webpackChain(chain: Chain) {
      if (process.env.NODE_ENV !== 'production') return;
      // Taro splits initial chunks only, so every page would repeat its components
      chain.optimization.splitChunks({
        chunks: 'all',
        minSize: 10_000,
        cacheGroups: {
          default: false,
          defaultVendors: false,
          vendors: { test: /[\\/]node_modules[\\/]/, minChunks: 2, priority: 10, name: false },
          common: { minChunks: 2, priority: 1, name: false },
        },
      });
    },
    compile,
    sassLoaderOption,
    publicPath: '/',
    staticDirectory: 'static',
    esnextModules: ['taro-ui'],
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: {
      pxtransform: { enable: false },
      autoprefixer: { enable: true, config: {} },
      cssModules: { enable: false },
    },
  },
}));
