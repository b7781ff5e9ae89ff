// npm run pictures: the pictures of the README, taken from the running app.
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { buildBrowser } from './build-steps.mjs';
import { startPostgres } from './postgres.mjs';
import { ensureChromium, ensureInstalled, say } from './steps.mjs';

const FOLDER = 'docs/pictures';
/** The pictures do not change with the calendar. */
const DAY = new Date('2026-11-21T10:32:00+08:00');
const SIZE = { width: 390, height: 844 };

/** A family of Youyang that left nothing out but the last questions. */
const YOUYANG = {
  home_county: '500242',
  fpzp: true,
  exit_completed: false,
  labour_capacity: true,
  employment_will: true,
  employed: true,
  employment_form: 'flexible',
  household_has_worker: true,
  work_region: 'other_county_same_province',
  dibao: true,
  resident_pension_payer: true,
  arrears: false,
};
/** A family of Yongxiu: one member works in Zhejiang since 10 January 2023. */
const MIGRANT = {
  home_county: '360425',
  poverty_alleviated: true,
  work_region: 'other_province',
  stable_since: '2023-01-10',
  transport_paid_this_year: false,
};
/** A monitored family of Yongxiu with a child in a vocational school. */
const STUDENT = {
  home_county: '360425',
  household_monitored_ever: true,
  vocational_student: true,
  elimination_semester: '2023S',
  benefit_semester: '2023S',
};

/** A joiner on a building site whose wages for two months are not paid: the form in progress, and what they noted. */
const NOBODY = { account: null, acting: null };
const MATTER = '0b5b7a52-0c2c-4a65-9d3f-5d1c7f0e6a11';
const WAGES = [
  [
    `form:${MATTER}`,
    {
      ...NOBODY,
      id: MATTER,
      service: 'wage-complaint',
      about: null,
      version: 1,
      answers: {
        danger: ['none'],
        county: '500102',
        work_kind: 'site',
        still_working: false,
        left_on: '2026-06-30',
        filed_before: ['none'],
        iou: 'none',
        group_size: 'one',
        employer_name: '样例建筑劳务有限公司',
        contractor_name: '样例建设集团',
        chain: ['subcontract'],
      },
      papers: [],
      rev: 0,
      savedAt: DAY.getTime(),
      unsent: false,
      phoneOnly: false,
      gone: [],
    },
  ],
  ...[
    ['complaint_filed', '2026-09-18'],
    ['complaint_accepted', '2026-09-24'],
  ].map(([kind, on], at) => [
    `moment:${at}`,
    { ...NOBODY, id: `${at}`, about: MATTER, kind, on, text: '', writtenAt: DAY.getTime() },
  ]),
];

await ensureInstalled();
const executablePath = await ensureChromium();
await buildBrowser();
mkdirSync(FOLDER, { recursive: true });

const servers = [];
function serve(env) {
  const server = fork('src/cloud/entry/serve.ts', {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, PORT: '0', ...env },
  });
  servers.push(server);
  return new Promise((resolve, reject) => {
    server.on('message', ({ listening }) => listening && resolve(`http://localhost:${listening}`));
    server.on('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

/** Without a database: what everybody sees. */
const url = await serve({ DATABASE_URL: '' });
const folder = mkdtempSync(path.join(tmpdir(), 'pictures-'));
chmodSync(folder, 0o755);
const database = await startPostgres(folder);
const secret = () => randomBytes(32).toString('hex');
/** With the sample residents. */
const signedInUrl = await serve({
  DATABASE_URL: database.url,
  FIELD_KEYS: `1:${secret()}`,
  INDEX_KEY: secret(),
  AUDIT_KEY: secret(),
  DEMO: '1',
  PUBLIC_URL: 'https://bangfu.example.gov.cn',
});
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--lang=zh-CN'],
});

/** The app as the sample visitor of a notice board finds it, with what the phone kept of an earlier visit. */
async function visit(scene, answers, scale, more = []) {
  const item = (name, value) => ({
    name: `bangfu:${name}:1`,
    value: JSON.stringify({ data: JSON.stringify(value) }),
  });
  const kept = [item('answers', { facts: answers, skipped: [], history: Object.keys(answers) })];
  if (scale) kept.push(item('size', scale));
  for (const [name, value] of more) kept.push(item(name, value));
  const context = await browser.newContext({
    viewport: SIZE,
    deviceScaleFactor: 2,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: true,
    serviceWorkers: 'block',
    storageState: { cookies: [], origins: [{ origin: url, localStorage: kept }] },
  });
  await context.clock.setFixedTime(DAY);
  const page = await context.newPage();
  await page.goto(`${url}/?scene=${scene}`);
  await page.getByText('办').first().waitFor();
  return page;
}

const control = (page, name) =>
  page
    .locator('label', { hasText: name })
    .or(page.getByRole('main').getByRole('link', { name }))
    .or(page.getByRole('button', { name }))
    .filter({ visible: true })
    .first();
const tap = (page, name) => control(page, name).tap();
/** The first answer there is. */
const ANY = /./;
const title = (page, name) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

/** A sample somebody, signed in with one tap. The server's clock is the real one, so is the phone's. */
async function signedIn(sample, viewport = SIZE) {
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: 2,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: true,
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  await page.goto(`${signedInUrl}/?scene=cq9Xw4Rt`);
  await page.getByText('办').first().waitFor();
  await page.goto(`${signedInUrl}/#/packages/account/signin/index`);
  await page.getByText(sample).filter({ visible: true }).first().tap();
  await page.waitForFunction(() => !window.location.hash.includes('signin'));
  return page;
}

async function personalCode() {
  const page = await signedIn('样例张跨区');
  await page.getByText('点开给工作人员看').filter({ visible: true }).first().tap();
  await page.getByText('秒后换新码').waitFor();
  return page;
}

/** The claim that waits for one more photo. */
async function ownCase() {
  const page = await signedIn('样例张跨区');
  await page.goto(`${signedInUrl}/#/packages/cases/list/index`);
  await page.getByText('跨区域交通补助').filter({ visible: true }).first().tap();
  await page.getByText('要您做').or(page.getByText('办到哪了')).filter({ visible: true }).first().waitFor();
  return page;
}

/** The same from the other side of the counter, on a wide screen. */
async function desk() {
  const page = await signedIn('样例干部', { width: 1280, height: 800 });
  await page.goto(`${signedInUrl}/#/packages/desk/home/index`);
  await page.getByText('灵活就业').filter({ visible: true }).first().tap();
  await page.getByText('参考意见').filter({ visible: true }).first().waitFor();
  return page;
}

/** Work around where somebody stands who has signed in. */
async function work() {
  const page = await signedIn('样例张跨区');
  await page.context().grantPermissions(['geolocation']);
  await page.context().setGeolocation({ latitude: 28.759, longitude: 108.724 });
  await page.goto(`${signedInUrl}/#/packages/jobs/list/index`);
  await tap(page, '换地方');
  await tap(page, '用手机的位置');
  await page.getByText('公里').filter({ visible: true }).first().waitFor();
  return page;
}

async function lookFrom(page, day) {
  await tap(page, /^补贴/);
  await title(page, '我的补贴和服务');
  await page.getByLabel('看哪一天').fill(day);
  await page.getByText('回到今天').filter({ visible: true }).first().waitFor();
}

async function take(page, name) {
  // nothing that is still being tapped or written in
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.locator('.ui-press:active').waitFor({ state: 'detached' });
  const file = `${FOLDER}/${name}.png`;
  await page.screenshot({ path: file });
  say(`✔ ${file}（${Math.round(statSync(file).size / 1024)} KB）`);
}

try {
  const youyang = await visit('cq9Xw4Rt', YOUYANG);
  await control(youyang, '接着答').waitFor();
  await take(youyang, 'home');
  await tap(youyang, /^补贴/);
  await title(youyang, '我的补贴和服务');
  await take(youyang, 'benefits');

  const asked = await visit('cq9Xw4Rt', {});
  await tap(asked, /^开始/);
  await title(asked, '看看我能享受什么');
  for (const answer of ['就在酉阳', '防止返贫致贫对象', '没有退出', ANY, ANY, ANY, ANY]) {
    if (await asked.getByText('你现在在哪里干活？').isVisible()) break;
    const before = await asked.getByText(/^第 \d+ 题/).innerText();
    await asked.locator('label.ui-choice', { hasText: answer }).filter({ visible: true }).first().tap();
    await tap(asked, '下一题');
    await asked.getByText(before.replace(/题.*/, '题')).waitFor({ state: 'detached' });
  }
  await tap(asked, '重庆市内别的区县');
  await take(asked, 'question');

  const migrant = await visit('yx7Kq2mP', MIGRANT);
  await lookFrom(migrant, '2023-05-20');
  await tap(migrant, /^外出务工交通补助/);
  await title(migrant, '外出务工交通补助');
  await take(migrant, 'benefit');
  await tap(migrant, '看整条');
  await title(migrant, '文件原文');
  await migrant.locator('.ui-mark').filter({ visible: true }).first().waitFor();
  await take(migrant, 'document');

  const student = await visit('yx7Kq2mP', STUDENT);
  await lookFrom(student, '2023-05-20');
  await tap(student, '返回');
  await tap(student, /^雨露计划/);
  await tap(student, '满了');
  await student.getByText('下一学期起停').first().waitFor();
  await take(student, 'yulu');

  const wages = await visit('cq9Xw4Rt', YOUYANG, undefined, WAGES);
  await wages.goto(`${url}/#/packages/rights/ways/index?form=${MATTER}`);
  await wages.getByText('三扇都开着').waitFor();
  await take(wages, 'ways');
  await wages.goto(`${url}/#/packages/rights/clock/index?form=${MATTER}`);
  await wages.getByText('加到手机日历').waitFor();
  await take(wages, 'clock');

  await take(await personalCode(), 'code');
  await take(await ownCase(), 'case');
  await take(await desk(), 'desk');
  await take(await work(), 'jobs');

  const elder = await visit('cq9Xw4Rt', YOUYANG, 1.4);
  await control(elder, '接着答').waitFor();
  await take(elder, 'elder');
} finally {
  await browser.close();
  for (const server of servers) {
    server.removeAllListeners('exit');
    server.kill();
  }
  database.stop();
  rmSync(folder, { recursive: true, force: true });
}
