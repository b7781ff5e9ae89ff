/** @jest-environment-options {"customExportConditions": ["node"]} */
/** Unpaid wages in the built package: help, danger first, which way, the clock with what one notes oneself. */
import './node-globals';
import { phoneOf, withPeople } from './people';
import { closeAll, openApp } from './phone';
import type { Simulator } from './simulator';

const people = withPeople();
afterEach(closeAll);

async function pick(app: Simulator, name: string): Promise<void> {
  await app.tap(name);
  await app.until(() => app.isOn(name), `“${name}” chosen`);
}

test('帮我讨薪：先问安全，受了伤先打120；答完几题看走哪条路，再接着写', async () => {
  const session = await people.signIn('exited');
  const app = await openApp({
    network: people.network(),
    storage: phoneOf(session),
    url: '/packages/rights/home/index',
  });
  await app.see('干了活，就该拿到钱', '先打110，工钱以后再要');
  await app.tap('帮我讨薪');
  await app.see('先看看人安不安全，有没有这些事？');
  await pick(app, '干活受了伤');
  await app.tap('下一题');
  await app.see('先保人，再要钱', '受了伤：先打120治伤');
  await app.tap('接着往下填');
  await app.see('活是在哪里干的？');
  await app.tap('在别的省');
  await app.tap('广东');
  await app.see('那里还没有收录，不能在这里直接交');
  await app.tap('下一题');
  await app.see('是在哪里干的活？');
  await pick(app, '送外卖、跑车、网上接单');
  await app.tap('下一题');
  await app.see('现在还在那里干吗？');
  await pick(app, '是');
  await app.tap('下一题');
  await app.see('为这笔工钱找过谁？', '手里有欠条吗？');
  await pick(app, '只找过老板，或者还没找');
  await pick(app, '没有');
  await app.tap('下一题');
  await app.see('一共几个人被欠？');
  await pick(app, '就我一个');
  await app.tap('下一题');
  await app.see('建议第一步', '这不走仲裁，走法院', '干活的地方：广东');
});
