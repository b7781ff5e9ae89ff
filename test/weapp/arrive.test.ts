/** @jest-environment-options {"customExportConditions": ["node"]} */
import { closeAll, openApp, YOUYANG } from './phone';

afterEach(closeAll);

test('扫村里的码：首页说明是哪里、谁主办，六扇门都在', async () => {
  const app = await openApp({ scene: YOUYANG });
  await app.see('酉阳', '样例镇便民服务站', '重庆市人力资源和社会保障局主办');
  for (const word of ['补贴', '培训', '创业一件事', '岗位', '讨薪', '雨露计划']) {
    expect(app.controls(word)).toHaveLength(1);
  }
  expect(app.routes).toEqual(['pages/home/index']);
});
