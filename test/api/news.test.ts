/** Policy news: bound to the documents, no amount they do not state, published and taken back by the county's desk. */
import { createHash, randomUUID } from 'node:crypto';
import { attachment } from '@/cloud/store/schema';
import type { NewsDraft } from '@/contract/news';
import { plainPhoto } from '../sample-files';
import { type TestServices, testServices } from '../services';
import { type Entry, functionEntry, httpEntry } from './entries';
import { newNews, sampleNews } from './news';
import { type Resident, sampleResident } from './resident';

describe.each([
  ['HTTP', httpEntry],
  ['云函数', functionEntry],
])('政策动态：%s', (_, open) => {
  let house: TestServices;
  let entry: Entry;
  let staff: Resident;

  beforeAll(async () => {
    house = await testServices();
    entry = await open(house);
    staff = await sampleResident(entry, 'staff-youyang');
  }, 60_000);
  afterAll(async () => {
    await entry.close();
    await house.drop();
  });

  const publish = async (over: Partial<NewsDraft> = {}) => {
    const id = randomUUID();
    await staff.do('news.publish', { id, news: sampleNews(over) });
    return id;
  };
  const seen = async (place: string) => {
    const answer = await entry.call('news.list', { place });
    if (!answer.ok) throw new Error(answer.error.name);
    return answer.data;
  };
  /** What the desk reads at its fields. */
  const refused = async (over: Partial<NewsDraft>) => {
    const input = { id: randomUUID(), news: sampleNews(over) };
    const answers = [await staff.refused('news.publish', input), await staff.refused('news.preview', input)];
    const [first, second] = answers.map(({ fields }) => fields ?? []);
    expect(second).toEqual(first);
    return first;
  };

  test('发布、谁都看得到、原文一字不差、谁用得上', async () => {
    const id = randomUUID();
    const draft = sampleNews({ items: ['（十一）', '（十一）'] });
    expect((await staff.do('news.preview', { id, news: draft })).text).toBe(draft.text);
    expect((await seen('500242')).news).toEqual([]);
    await staff.do('news.publish', { id, news: draft });
    // a tap too many
    const again = await staff.do('news.publish', { id, news: draft });
    expect(again).toMatchObject({ id, items: ['（十一）'], service: { id: 'find-work', title: '找活干' } });
    const shown = await entry.call('news.show', { id });
    if (!shown.ok) throw new Error(shown.error.name);
    expect(shown.data.passages[0]?.text).toContain('帮助“雨露计划”毕业生实现技能就业');
    expect(shown.data.touches).toContainEqual({
      benefit: 'cq-yulu-graduate-jobs',
      title: '雨露计划毕业生找工作',
      who: ['你或家里有“雨露计划”毕业生'],
    });
    const { news, changes } = await seen('500242');
    expect(news.map((one) => one.id)).toEqual([id]);
    expect(changes[0]).toMatchObject({ what: 'document', id: 'chongqing-2026-6', assumed: true });
    expect(changes[0]?.groups.length).toBeGreaterThan(3);
    // another county of the city does not read it, the city does
    expect((await seen('500101')).news).toEqual([]);
    expect((await seen('500000')).news).toHaveLength(1);
    expect(await seen('360425')).toMatchObject({
      news: [],
      changes: [{ id: 'yongxiu-2021-75', standing: 'ended', on: '2025-12-31' }],
    });
  });

  test('条文里没有的钱数不让发布，每处都说清楚', async () => {
    expect(await refused({ title: '每人补800元' })).toEqual([
      { path: 'news.title', message: expect.stringContaining('没有写“800元”') },
    ]);
    expect(await refused({ text: '可以领几百元。' })).toMatchObject([{ path: 'news.text' }]);
    // the amount stands in the other county's document
    expect(await refused({ text: '可以领500元。' })).toMatchObject([{ path: 'news.text' }]);
    expect(await refused({ items: ['（九十九）'] })).toMatchObject([{ path: 'news.items' }]);
    expect(await refused({ document: 'yongxiu-2021-75', items: ['（三）'] })).toMatchObject([
      { path: 'news.document' },
    ]);
    expect(await refused({ service: 'no-such' })).toMatchObject([{ path: 'news.service' }]);
    const yongxiu = await sampleResident(entry, 'staff-yongxiu');
    const told = await yongxiu.do('news.preview', {
      id: randomUUID(),
      news: sampleNews({ text: '可以领500元。', document: 'yongxiu-2021-75', items: ['（三）'] }),
    });
    expect(told.document).toMatchObject({ standing: 'ended', to: '2025-12-31' });
  });

  test('撤下以后，列表里没有，分享出去的说已撤下', async () => {
    const id = await publish({ title: '样例：要撤下的' });
    await staff.do('news.withdraw', { id });
    expect((await staff.do('news.withdraw', { id })).withdrawn_at).not.toBeNull();
    expect((await seen('500242')).news.some((one) => one.id === id)).toBe(false);
    const shown = await entry.call('news.show', { id });
    expect(shown.ok && [shown.data.text, shown.data.passages]).toEqual(['', []]);
    expect((await staff.do('news.mine', {})).news.find((one) => one.id === id)?.withdrawn_at).not.toBeNull();
    // sent once more by a phone that did not hear of it
    expect((await staff.do('news.publish', { id, news: sampleNews() })).withdrawn_at).not.toBeNull();
  });

  test('别的县、乡镇、村里的都不能发布', async () => {
    const id = await publish();
    const names: Record<string, string> = {};
    for (const sample of ['staff-yongxiu', 'town-youyang', 'village-youyang', 'wages-youyang']) {
      const other = await sampleResident(entry, sample);
      const written = await other.refused('news.publish', { id: randomUUID(), news: sampleNews() });
      names[sample] = `${(await other.refused('news.withdraw', { id })).name} ${written.name}`;
    }
    expect(names).toEqual({
      'staff-yongxiu': 'NotFound InvalidInput',
      'town-youyang': 'NotAllowed NotAllowed',
      'village-youyang': 'NotAllowed NotAllowed',
      // works on wages alone
      'wages-youyang': 'NotAllowed NotAllowed',
    });
  });

  test('一页一页看，不重不漏；乱写的页码', async () => {
    const at = new Date('2026-01-01T00:00:00Z');
    const place = '500243';
    const made = await Promise.all(
      Array.from({ length: 45 }, () => newNews(house, { place, publishedAt: at })),
    );
    const read: string[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < 5; page++) {
      const answer = await entry.call('news.list', { place, ...(cursor && { cursor }) });
      if (!answer.ok) throw new Error(answer.error.name);
      read.push(...answer.data.news.map(({ id }) => id));
      cursor = answer.data.next ?? undefined;
      if (!cursor) break;
    }
    expect(read).toHaveLength(45);
    expect(new Set(read)).toEqual(new Set(made));
    const wild = await entry.call('news.list', { place, cursor: "1' or 1=1" });
    expect(wild.ok ? '' : wild.error.name).toBe('InvalidInput');
    const nowhere = await entry.call('news.list', { place: '999999' });
    expect(nowhere.ok ? '' : nowhere.error.name).toBe('RegionWithoutPack');
  });

  test('图片跟着走，别人的文件拿不来', async () => {
    const photo = plainPhoto();
    const file = randomUUID();
    await staff.do('files.begin', { id: file, name: '样例.jpg', bytes: photo.length });
    await staff.do('files.put', { id: file, offset: 0, base64: photo.toString('base64') });
    const picture = { file, says: '样例：大厅里有人登记' };
    expect(await refused({ picture: { ...picture, says: '' } })).toMatchObject([{ path: 'news.says' }]);
    const input = { id: randomUUID(), news: sampleNews({ picture }) };
    expect((await staff.refused('news.publish', input)).name).toBe('InvalidInput');
    const sha256 = createHash('sha256').update(photo).digest('hex');
    await staff.do('files.finish', { id: file, sha256 });
    const other = await sampleResident(entry, 'staff-youyang-2');
    expect((await other.refused('news.publish', input)).name).toBe('NotFound');
    const id = await publish({ picture });
    const shown = await entry.call('news.picture', { id });
    expect(shown.ok && shown.data.type).toBe('image/jpeg');
    // it is the item's now
    expect(await house.services.store.db.select().from(attachment)).toEqual([]);
    await staff.do('news.withdraw', { id });
    expect((await entry.call('news.picture', { id })).ok).toBe(false);
  });
});
