/** @jest-environment-options {"customExportConditions": ["node"]} */
import { closeAll, openApp, YONGXIU, YOUYANG } from './phone';

afterEach(closeAll);

const SERVICES = ['补贴', '培训', '创业一件事', '岗位', '讨薪', '雨露计划'];

describe('扫码进来', () => {
  test('村里的码：首页说明是哪里、谁主办，六扇门都在', async () => {
    const app = await openApp({ scene: YOUYANG });
    await app.see('酉阳', '样例镇便民服务站', '重庆市人力资源和社会保障局的文件', '大字版');
    for (const word of SERVICES) expect(app.controls(word)).toHaveLength(1);
    expect(app.routes).toEqual(['pages/home/index']);
  });

  test('不认识的码：说清楚，还能自己选', async () => {
    const app = await openApp({ scene: 'nobodyknows1' });
    await app.see('扫的这个码没有认出来，请自己选一下地方。');
    await app.at('places/choose');
    await app.see('扫的这个码没有认出来', '酉阳土家族苗族自治县', '永修县');
    await app.tap('永修县');
    await app.at('pages/home');
    await app.see('永修', '永修县人力资源和社会保障局的文件');
    expect(app.text).not.toContain('没有认出来');
  });

  test('开着的时候又扫了另一个村的码：换过去', async () => {
    const app = await openApp({ scene: YOUYANG });
    await app.see('酉阳');
    app.resume({ scene: YONGXIU });
    await app.see('永修', '样例村便民服务站');
    expect(app.text).not.toContain('酉阳');
  });
});

describe('没有码', () => {
  test.each([
    ['名字', '酉阳'],
    ['拼音', 'youyang'],
    ['首字母', 'yy'],
  ])('先选地方，可以输%s', async (_, typed) => {
    const app = await openApp();
    await app.at('places/choose');
    await app.see('万州区');
    await app.type('搜区县', typed);
    await app.unsee('万州区');
    await app.tap('酉阳土家族苗族自治县');
    await app.at('pages/home');
    await app.see('酉阳', '重庆市人力资源和社会保障局的文件');
  });

  test('没有收录的地方：一句话，还有电话', async () => {
    const app = await openApp();
    await app.see('万州区');
    await app.type('搜区县', '北京');
    await app.see('还没有收录“北京”的政策，可以问 12333。');
    await app.tap('打电话 12333');
    expect(app.callsOf('makePhoneCall')[0]?.[0]).toMatchObject({ phoneNumber: '12333' });
    await app.type('搜区县', '');
    await app.see('永修县');
  });

  test('不选就退回首页：不再拦，有按钮', async () => {
    const app = await openApp();
    await app.at('places/choose');
    await app.back();
    await app.see('先选一下您家在哪个区县');
    expect(app.controls('选地方')).toHaveLength(1);
  });
});

describe('每一扇门后面都有东西', () => {
  test('连不上岗位库也有路：登记找活、文件怎么说、找谁办、打什么电话', async () => {
    const app = await openApp({ scene: YOUYANG });
    await app.see('酉阳');
    await app.tap('岗位');
    await app.at('jobs/list');
    await app.see('再试一次', '登记找活');
    await app.tap('找活的政策');
    await app.at('areas/area');
    await app.see('文件怎么说', '找谁办', '打电话问', '人社服务热线');
    await app.back();
    await app.back();
    await app.at('pages/home');
  });

  test('四个标签页都不空', async () => {
    const app = await openApp({ scene: YONGXIU });
    await app.see('永修');
    await app.visit('/pages/services/index');
    await app.see(...SERVICES, '政策宣传');
    await app.visit('/pages/messages/index');
    await app.see('还没有给您的消息', '永人社字〔2021〕75号已于2025年12月31日到期');
    await app.visit('/pages/me/index');
    await app.see('还没有答过题', '样例村便民服务站', '不会发出去');
  });
});
