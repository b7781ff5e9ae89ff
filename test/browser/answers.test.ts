/** 我的: every answer with its value, changed with one tap and wiped with another. */
import { keptFacts, MIGRANT, PHONE, YONGXIU } from './phone';
import { openPortal } from './portal';

const portal = openPortal();

test('one tap wipes everything, after asking once', async () => {
  const visit = await portal.open(PHONE, { place: YONGXIU, answers: MIGRANT });
  await visit.tap('我的');
  await visit.isOn('我的');
  await visit.sees('今年领过外出务工交通补助吗？', '没领过', '2023年1月10日');
  await visit.looksRight();

  await visit.tap(/^今年领过外出务工交通补助吗？/);
  await visit.isOn('改一个回答');
  expect(await visit.chosen('没领过')).toBe(true);
  await visit.page.locator('label.ui-choice').filter({ visible: true }).first().tap();
  await visit.tap('保存');
  await visit.isOn('我的');
  expect((await keptFacts(visit.page))?.transport_paid_this_year).toBe(true);

  await visit.tap('全部删掉');
  const dialog = visit.page.getByRole('dialog', { name: '把答过的全部删掉？' });
  await dialog.waitFor();
  await visit.looksRight();
  await dialog.getByRole('button', { name: '不了' }).tap();
  await visit.sees('2023年1月10日');
  expect(await keptFacts(visit.page)).not.toBeNull();
  await visit.tap('全部删掉');
  await dialog.getByRole('button', { name: '删掉', exact: true }).tap();
  await visit.sees('已经全部删掉了', '还没有答过题');
  await visit.looksRight();
  expect(await keptFacts(visit.page)).toBeNull();
  await visit.page.reload();
  await visit.sees('还没有答过题');
  expect(await visit.page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(
    'stable_since":"2023',
  );
});
