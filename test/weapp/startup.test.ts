/** @jest-environment-options {"customExportConditions": ["node"]} */
/** To start a business in the built package: the road, a step that is told of, the loan, the plan that stays. */
import './node-globals';
import { randomUUID } from 'node:crypto';
import { creditCheckDigit } from '@/domain/identity';
import { phoneOf, withPeople } from './people';
import { closeAll, IN_YOUYANG, openApp, phoneWith, YONGXIU } from './phone';

const people = withPeople();
afterEach(closeAll);

const page = (name: string) => `/packages/startup/${name}/index`;
const BODY = '92500242MA5U0000X';
const LICENCE = BODY + creditCheckDigit(BODY);

test('路画得出来，每一步有图标有话；从这里接着填', async () => {
  const session = await people.signIn('exited');
  const app = await openApp({ network: people.network(), storage: phoneOf(session), url: page('home') });
  await app.see('您的路', '没有在哪个区县核实过', '文件怎么说');
  await app.tap('还没有');
  await app.tap('创业担保贷款（先报意向）');
  await app.see('要等“办营业执照”办好', '2025年规定');
  await app.tap('接着上次的填');
  await app.at('apply/form');
  await app.see('店开在哪个区县？');
});

test('进度：各步在哪里，执照办好了说一声，后面的接上', async () => {
  const session = await people.signIn('exited');
  const id = randomUUID();
  const answers = {
    ...{ county: '500242', trade: '样例小面馆', line: 'food', licensed: 'none', kind: 'firm', hires: true },
    ...{ premises: 'none', wants: ['loan'], loan_fen: 100_000, loan_use: '装修' },
    ...{ name: '样例甲', phone: '13800000001' },
  };
  await people.call(
    'cases.file',
    { id, service: 'startup', service_version: 1, files: [], agreed: true, answers },
    session,
  );
  const app = await openApp({
    network: people.network(),
    storage: phoneOf(session),
    url: `/packages/cases/case/index?id=${id}`,
  });
  await app.see('3 步里办好了 0 步', '等您去办', '等前一步', '要等：“办营业执照”');
  await app.tap('看这一步：办营业执照');
  await app.see('这一步要您去办', '样例小面馆');
  await app.tap('说已经办好了');
  await app.type('统一社会信用代码', '123');
  await app.tap('办好了');
  await app.see('统一社会信用代码是18位');
  await app.type('统一社会信用代码，统一社会信用代码是18位，这里有3位', LICENCE);
  await app.tap('办好了');
  await app.see('3 步里办好了 1 步');
});

test('贷款和计划；到期的地方说到期', async () => {
  const storage = phoneWith({}, IN_YOUYANG);
  const app = await openApp({ network: people.network(), storage, url: page('loan') });
  await app.type('想贷多少（元）', '100000');
  await app.type('几个月还清', '36');
  await app.type('年利率（%）', '3.5');
  await app.see('2,930.21 元', '怎么算的', '渝人社规〔2025〕11号');
  await app.visit(page('plan'));
  await app.type('1. 您想开什么？', '样例小面馆');
  await app.see('写了 1 题，共 10 题');
  await app.visit(page('near'));
  await app.see('这里还没有收录导师和园区');
  app.close();
  const later = await openApp({ network: people.network(), storage, url: page('plan') });
  await later.see('写了 1 题，共 10 题');
  later.close();
  const there = await openApp({ scene: YONGXIU });
  await there.see('永修');
  await there.tap('创业一件事');
  await there.at('startup/home');
  await there.see('这里的文件到期了，不收新的申请', '找活干');
});
