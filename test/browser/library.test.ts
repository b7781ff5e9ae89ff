/** Journey 6: both documents, item by item; what has ended stays readable and never yields anything. */
import { MIGRANT, PHONE, YONGXIU, YOUYANG } from './phone';
import { onEveryPhone, openPortal } from './portal';

const portal = openPortal();
const ENDED = '已于2025年12月31日到期';

onEveryPhone('read, search, item by item, each with the benefits that rest on it', async (phone) => {
  const visit = await portal.open(phone, { place: YONGXIU });
  await visit.tap('办事');
  await visit.tap(/^政策宣传/);
  await visit.isOn('政策宣传');
  await visit.sees(
    '已到期',
    '永人社字〔2021〕75号',
    '2021年7月27日起实行，到2025年12月31日',
    '（三）推进劳务输出',
    '（二十三）持续跟踪问效',
  );
  await visit.looksRight();

  await visit.fills('在文件里搜', '交通补助');
  await visit.sees(/^找到 \d+ 条$/, '一次性交通补助金');
  await visit.seesNot('（二十三）持续跟踪问效');
  await visit.looksRight();
  await visit.fills('在文件里搜', '登月');
  await visit.sees('文件里没有写“登月”');
  await visit.looksRight();
  await visit.fills('在文件里搜', '交通补助');
  await visit.tap(/^（三）推进劳务输出/);
  await visit.isOn('文件原文');
  await visit.sees(ENDED, '可以看，不能再申领。没有收录新文件。', '按这一条算的', '外出务工交通补助');
  await visit.page.locator('.ui-mark', { hasText: '交通补助' }).waitFor();
  await visit.looksRight();

  await visit.tap('下一条');
  await visit.sees('（四）巩固工业园区稳定就业', ENDED);
  await visit.tap('上一条');
  await visit.sees('（三）推进劳务输出');
  await visit.tap('全部条目');
  await visit.sees('（二十三）持续跟踪问效', '文件已写明执行到2025年12月31日');
  await visit.looksRight();
});

onEveryPhone('an ended document yields nothing today, whatever was answered', async (phone) => {
  const visit = await portal.open(phone, {
    place: YONGXIU,
    answers: MIGRANT,
    address: '/#/packages/benefits/detail/index?id=yx-transport-500',
  });
  await visit.isOn('外出务工交通补助');
  await visit.sees(ENDED, '可以看，不能再申领。没有收录新文件。', '已到期');
  await visit.seesNot('你可以领');
  await visit.looksRight();
  await visit.tap('看整条');
  await visit.isOn('文件原文');
  await visit.sees(ENDED);
  await visit.tap(/^帮你外出打工/);
  await visit.sees('已到期');
});

onEveryPhone('the other document is there too', async (phone) => {
  const visit = await portal.open(phone, { place: YONGXIU, address: '/#/packages/policy/library/index' });
  await visit.tap(/^重庆市建立常态化/);
  await visit.isOn('文件原文');
  await visit.sees('渝人社规〔2026〕6号', '这里按印发日2026年4月27日起算');
  await visit.seesNot('到期');
  await visit.looksRight();
  await visit.tap(/^（五）加强稳岗服务保障/);
  await visit.sees('落实跨区域交通补助');
  await visit.looksRight();
});

test('every item of both documents opens, word for word', async () => {
  for (const [place, id] of [
    [YONGXIU, 'yongxiu-2021-75'],
    [YOUYANG, 'chongqing-2026-6'],
  ] as const) {
    const visit = await portal.open(PHONE, { place });
    await visit.isOn('就业帮扶码');
    const response = await visit.page.request.post(`${portal.url}/api/call`, {
      data: { path: 'policy.document', input: { id } },
    });
    const { data } = (await response.json()) as { data: { items: { key: string; text: string }[] } };
    expect(data.items.length).toBeGreaterThan(15);
    await visit.page.goto(
      `${portal.url}/#/packages/policy/document/index?id=${id}&item=${encodeURIComponent(data.items[0]?.key ?? '')}`,
    );
    for (const [at, { text }] of data.items.entries()) {
      const shown = visit.page.locator('.ui-quote').filter({ visible: true });
      await visit.until(
        async () => (await shown.first().locator('.ui-quote__p').allTextContents()).join('\n') === text,
        `item ${at} of ${id} is not shown word for word`,
      );
      if (at < data.items.length - 1) await visit.tap('下一条');
    }
  }
});

test('a document or an item that is not there says so', async () => {
  const visit = await portal.open(PHONE, {
    place: YONGXIU,
    address: '/#/packages/policy/document/index?id=no-such',
    expected: /404/,
  });
  await visit.sees('没有找到这份文件');
  await visit.looksRight();
  await visit.page.goto(`${portal.url}/#/packages/policy/document/index?id=yongxiu-2021-75&item=（九十九）`);
  await visit.sees('这份文件里没有这一条', '（三）推进劳务输出');
  await visit.looksRight();
});
