/** Who may import whom (the house's layout), and what may not stand in it. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..');
const SRC = path.join(ROOT, 'src');

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return sources(file);
    return /\.tsx?$/.test(entry.name) && !/\.(test|d)\.tsx?$/.test(entry.name) ? [file] : [];
  });

const ALIASES: readonly (readonly [string, string])[] = [
  ['@/domain/', 'domain/'],
  ['@/contract/', 'contract/'],
  ['@/cloud/', 'cloud/'],
  ['@/', 'miniprogram/'],
];

/** Path below src, or the package's name. */
function target(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return path.relative(SRC, path.resolve(path.dirname(file), specifier));
  for (const [alias, folder] of ALIASES) {
    if (`${specifier}/`.startsWith(alias)) return folder + specifier.slice(alias.length);
  }
  return `npm:${specifier}`;
}

const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/g;

const imports: Import[] = sources(SRC).flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, type, specifier]) => ({
    from: path.relative(SRC, file),
    to: target(file, specifier as string),
    typeOnly: type !== undefined,
  })),
);

const offenders = (wrong: (one: Import) => boolean) =>
  imports.filter(wrong).map(({ from, to }) => `${from} → ${to}`);
const area = (file: string) => file.split('/')[0] as string;

test('读到了全部源文件', () => {
  expect(imports.length).toBeGreaterThan(300);
});

test.each([
  ['domain', /^(domain\/|npm:dayjs)/],
  ['contract', /^(contract\/|domain\/|npm:(@orpc\/|zod))/],
  ['cloud', /^(cloud\/|contract\/|domain\/|npm:)/],
  ['cli', /^(cli\/|domain\/|cloud\/(policy-book|adapters|store)\/|\.\.\/config\/tasks\/postgres\.mjs$|npm:)/],
  [
    'miniprogram',
    /^(miniprogram\/|domain\/|contract\/|npm:(react|@tarojs\/|taro-ui|tweetnacl$|uqr$|idb-keyval$|leaflet|supercluster$|gcoord$)|npm:.*\.scss)/,
  ],
])('%s 只引用允许的', (folder, allowed) => {
  expect(offenders(({ from, to }) => area(from) === folder && !allowed.test(to))).toEqual([]);
});

test('接口的办理（handlers）在最外层：后台、规则、数据都不引用它', () => {
  const outer = /^cloud\/(handlers|entry|demo)\/|^cloud\/dispatch/;
  expect(
    offenders(
      ({ from, to }) => area(from) === 'cloud' && !outer.test(from) && to.startsWith('cloud/handlers/'),
    ),
  ).toEqual([]);
});

test('地图的库只在画地图的文件里：微信的包不带它', () => {
  const map = /^npm:(leaflet|supercluster|gcoord)/;
  expect(
    offenders(
      ({ from, to }) =>
        area(from) === 'miniprogram' && map.test(to) && !from.endsWith('jobs/parts/map/leaflet-map.ts'),
    ),
  ).toEqual([]);
});

test('手机上只用接口的类型', () => {
  expect(
    offenders(
      ({ from, to, typeOnly }) => area(from) === 'miniprogram' && area(to) === 'contract' && !typeOnly,
    ),
  ).toEqual([]);
});

test('没有谁引用页面；页面文件夹互不引用', () => {
  const page = (file: string) =>
    /^miniprogram\/(pages\/[^/]+|packages\/[^/]+\/[^/]+)\//.exec(`${file}/`)?.[0];
  const shared = (file: string) => /^miniprogram\/packages\/[^/]+\/parts\//.test(`${file}/`);
  expect(
    offenders(({ from, to }) => {
      const there = page(to);
      return there !== undefined && !shared(to) && !from.startsWith(there);
    }),
  ).toEqual([]);
});

test('taro-ui 只在 ui/ 里', () => {
  expect(
    offenders(({ from, to }) => to.startsWith('npm:taro-ui') && !from.startsWith('miniprogram/ui/')),
  ).toEqual([]);
});

test('浏览器里存文件的库只在 client/ 里', () => {
  expect(
    offenders(({ from, to }) => to === 'npm:idb-keyval' && !from.startsWith('miniprogram/client/')),
  ).toEqual([]);
});

test('政策数据里没有代码', () => {
  const files = execFileSync('git', ['ls-files', 'src/policy'], { cwd: ROOT, encoding: 'utf8' })
    .trim()
    .split('\n');
  expect(files.filter((file) => !file.endsWith('.yaml'))).toEqual([]);
});

test('手机端的文案里没有写死的法律原文和文号', () => {
  const law = /〔20\d\d〕|第[一二三四五六七八九十]+条/;
  const found = sources(path.join(SRC, 'miniprogram')).filter((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .some((line) => law.test(line) && !/^\s*(\/\/|\/?\*)/.test(line) && !/\/\*\*.*\*\//.test(line)),
  );
  expect(found.map((file) => path.relative(SRC, file))).toEqual([]);
});

test('求值不用 eval，也不看钟、不掷骰子', () => {
  const bad = /\beval\(|new Function\(|Date\.now\(|new Date\(\)|Math\.random\(/;
  const found = sources(path.join(SRC, 'domain')).filter((file) => bad.test(readFileSync(file, 'utf8')));
  expect(found).toEqual([]);
});
