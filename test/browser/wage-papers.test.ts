/** A paper of a wage matter in a real browser: filled, changed, signed with a finger, saved as PDF and Word. */
import { readFileSync } from 'node:fs';
import { renderPdf } from './pdf';
import { PHONE, type Phone, YOUYANG } from './phone';
import { onEveryPhone, openPortal } from './portal';
import type { Visit } from './visit';

const portal = openPortal({ people: true });
beforeEach(() => portal.floor.services.store.pool.query('truncate rate_limit'));

const FORM = '0b6f7a52-6a80-4f5e-9d7b-2f1f5c1d2e3f';
const ANSWERS = {
  county: '500242',
  work_kind: 'site',
  still_working: false,
  left_on: '2026-06-30',
  owed_from: '2026-03',
  owed_to: '2026-06',
  owed_total: 1_850_000,
  pay_kind: 'day',
  pay_rate: 30_000,
  started_on: '2026-03-01',
  contract: false,
  employer_name: '样例劳务有限公司',
  site_name: '样例小区二期工地',
  contractor_name: '样例建工集团有限公司',
  chain: ['subcontract'],
  name: '样例张三',
  address: '样例镇样例村3组',
};

/** A form in progress, as the app keeps it. */
async function withForm(visit: Visit, address: string): Promise<void> {
  await visit.page.evaluate(
    ([id, answers]) => {
      const form = {
        ...{ id, service: 'wage-arbitration', about: null, version: 1, answers, papers: [], rev: 0 },
        ...{ savedAt: 1, unsent: true, phoneOnly: false, gone: [], account: null, acting: null },
      };
      localStorage.setItem(`bangfu:form:${id}:1`, JSON.stringify({ data: JSON.stringify(form) }));
    },
    [FORM, ANSWERS] as const,
  );
  await visit.page.goto(`${portal.url}/?again#${address}`);
}

const PAPER = `/packages/rights/paper/index?id=arbitration&form=${FORM}`;

async function open(phone: Phone, address = PAPER): Promise<Visit> {
  const visit = await portal.open(phone, { place: YOUYANG });
  await visit.page.waitForLoadState('networkidle');
  await withForm(visit, address);
  return visit;
}

async function signs(visit: Visit): Promise<void> {
  const field = visit.page.locator('canvas');
  await field.scrollIntoViewIfNeeded();
  const box = await field.boundingBox();
  if (!box) throw new Error('no field to sign in');
  for (const [from, to] of [
    [0.2, 0.5],
    [0.5, 0.8],
  ] as const) {
    await visit.page.mouse.move(box.x + box.width * from, box.y + box.height * 0.7);
    await visit.page.mouse.down();
    await visit.page.mouse.move(box.x + box.width * to, box.y + box.height * 0.3, { steps: 8 });
    await visit.page.mouse.up();
  }
}

async function saved(visit: Visit, button: RegExp): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([visit.page.waitForEvent('download'), visit.tap(button)]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

onEveryPhone('仲裁申请书：填好了，缺什么说得出，能改，能签，能存', async (phone) => {
  const visit = await open(phone);
  await visit.isOn('仲裁申请书');
  await visit.sees('样例劳务有限公司', /还缺 \d+ 项/, /编造欠薪事实/, '共同被申请人（施工总承包单位）');
  await visit.looksRight();

  await visit.tap('改职业');
  await visit.sees('改了就存在手机上');
  await visit.looksRight();
  await visit.page.getByRole('textbox', { name: '职业' }).fill('木工');
  await visit.tap('写好了');
  await visit.sees('木工', '您改过');

  await signs(visit);
  await visit.sees('退一笔', /存在这部手机上/);
  await visit.looksRight();
  await visit.tap('签名跟表一起交');
  await visit.sees('放进表里了', '换成这个签名跟表一起交');
  await visit.looksRight();
  await visit.page.reload();
  await visit.sees('木工', '重新签', /存在这部手机上/);

  const { name, bytes } = await saved(visit, /^存成 PDF/);
  expect(name).toBe('仲裁申请书-样例张三.pdf');
  const { text, pages, complaints } = await renderPdf(bytes, 1);
  expect(text.replace(/\s/g, '')).toContain('样例劳务有限公司');
  expect(text.replace(/\s/g, '')).toContain('职业：木工');
  expect(pages).toBeGreaterThan(1);
  expect(complaints).toEqual([]);
  await visit.sees('存好了');
});

test('签了再改，签名就不算了；用回原来的，签名又算', async () => {
  const visit = await open(PHONE);
  await signs(visit);
  await visit.sees(/存在这部手机上/);
  await visit.tap('改职业');
  await visit.page.getByRole('textbox', { name: '职业' }).fill('木工');
  await visit.tap('写好了');
  await visit.sees('签名以后内容改过');
  await visit.tap('改职业');
  await visit.tap('用回原来的');
  await visit.tap('写好了');
  await visit.sees('重新签', /存在这部手机上/);
  await visit.seesNot('签名以后内容改过');
});

test('能存成Word；没有网，说连不上，写的还在', async () => {
  const visit = await open(PHONE);
  await visit.sees('样例劳务有限公司');
  const { name, bytes } = await saved(visit, /^存成 Word/);
  expect(name).toBe('仲裁申请书-样例张三.docx');
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
  await visit.cutNetwork();
  await visit.tap(/^存成 PDF/);
  await visit.sees('连不上网', '样例劳务有限公司');
  await visit.restoreNetwork();
});

onEveryPhone('六份文书，各写着什么时候用、哪一条；没有表也能看', async (phone) => {
  const visit = await portal.open(phone, { place: YOUYANG, address: '/#/packages/rights/papers/index' });
  await visit.isOn('文书');
  await visit.sees(
    '投诉书',
    '仲裁申请书',
    '证据清单',
    '授权委托书',
    '先予执行申请书',
    '支付令申请书',
    /还没有回答过问题/,
  );
  await visit.looksRight();
  await visit.tap(/^支付令申请书/);
  await visit.isOn('支付令申请书');
  await visit.sees('声明', /＿＿＿＿＿＿/);
});
