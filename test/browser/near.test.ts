/** Mentors and parks near by, where a county has supplied them. */
import { loadPolicyBook, PolicyError } from '@/cloud/policy-book/book';
import { temporaryPolicy } from '../temporary-policy';
import { YONGXIU, YOUYANG } from './phone';
import { onEveryPhone, openPortal } from './portal';

const policy = temporaryPolicy();
const wrong = temporaryPolicy();
const REGION = 'regions/500000-chongqing/region.yaml';
policy.change(
  REGION,
  'offices:',
  `startup_places:
  - { kind: park, unit: "500101", name: 样例万州返乡创业园, address: 样例路2号 }
  - { kind: park, unit: "500242", name: 样例酉阳返乡创业园, about: 样例园里有空位, address: 样例路1号, phone: "023-00000000" }
  - { kind: mentor, unit: "500242", name: 样例导师, about: 样例做过面馆 }
offices:`,
);
const portal = openPortal({ policyRoot: policy.root });
const address = '/#/packages/startup/near/index';

onEveryPhone('区县给了名单的：自己区县的在前，有电话、怎么去、文件怎么说', async (phone) => {
  const visit = await portal.open(phone, { place: YOUYANG, address });
  await visit.isOn('附近帮得上的');
  await visit.sees('样例导师', '样例园里有空位', '023-00000000', '渝人社规〔2026〕6号（八）');
  const names = await visit.page.getByText(/^样例(酉阳|万州)返乡创业园$/).allInnerTexts();
  expect(names).toEqual(['样例酉阳返乡创业园', '样例万州返乡创业园']);
  await visit.looksRight();
  await visit.tap('去那里：样例酉阳返乡创业园');
  await visit.sees(/地址已复制|复制不了/);
});

test('没给名单的，说没有；文件原文照样在', async () => {
  const visit = await portal.open({ width: 390, height: 844, scale: 1 }, { place: YONGXIU, address });
  await visit.sees('这里还没有收录导师和园区', '县就业创业服务中心', '永人社字〔2021〕75号（九）');
  await visit.looksRight();
});

test('写错了区县的名单，启动时就说', () => {
  wrong.change(
    REGION,
    'offices:',
    'startup_places:\n  - { kind: park, unit: "500999", name: 样例园 }\noffices:',
  );
  expect(() => loadPolicyBook(wrong.root)).toThrow(PolicyError);
});
