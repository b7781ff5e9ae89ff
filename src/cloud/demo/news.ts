/** Invented news for the demonstration, bound to real items of the two documents. Days are counted back from today. */
import { inArray } from 'drizzle-orm';
import type { Services } from '../services';
import { account, news } from '../store/schema';
import { SAMPLES } from './samples';

const id = (number: number) => `00000000-0000-4000-8006-${String(number).padStart(12, '0')}`;
const writer = (sample: string) => SAMPLES.find((one) => one.id === sample)?.account as string;

const NEWS = [
  {
    ...{ id: id(1), place: '500242', by: 'admin-youyang', office: '样例酉阳县人社局', ago: 2 },
    kind: 'opportunity',
    title: '样例：雨露计划毕业生，先来登记找活',
    text: '家里有“雨露计划”毕业生的，看过来。\n文件要求帮毕业生靠技能找到工作。\n专门的岗位名单还没有开，开了会另外通知。\n现在可以先登记：会什么、想在哪里干、哪个月能上班。\n登记不收钱，有合适的打电话告诉您。',
    document: 'chongqing-2026-6',
    items: ['（十一）'],
    service: 'find-work',
  },
  {
    ...{ id: id(2), place: '500242', by: 'admin-youyang', office: '样例酉阳县人社局', ago: 9 },
    kind: 'experts',
    title: '样例：专家服务团要下乡了',
    text: '教育、医疗、农业、科技的专家，会到乡村讲技术、解难题。\n村里想请哪方面的专家，先告诉乡镇。\n哪天来、到哪个村，定下来再通知。',
    document: 'chongqing-2026-6',
    items: ['（十六）'],
    service: null,
  },
  {
    ...{ id: id(3), place: '360425', by: 'admin-yongxiu', office: '样例永修县人社局', ago: 5 },
    kind: 'policy',
    title: '样例：2021年的就业帮扶文件已经到期',
    text: '外出务工交通补助，文件写的是每人500元，一年一次。\n这份文件执行到2025年12月31日。\n到期前已经够条件的，还收不收补申请，文件没有写。\n请先打12333问清楚，不要白跑。',
    document: 'yongxiu-2021-75',
    items: ['（三）'],
    service: null,
  },
] as const;

const DAY_MS = 86_400_000;

/** Once: what is there already stays, withdrawn or not. */
export async function seedNews({ store }: Pick<Services, 'store'>, now: Date): Promise<void> {
  const writers = NEWS.map(({ by }) => writer(by));
  const known = await store.db.select({ id: account.id }).from(account).where(inArray(account.id, writers));
  if (known.length < new Set(writers).size) return;
  await store.db
    .insert(news)
    .values(
      NEWS.map(({ by, ago, items, ...item }) => ({
        ...item,
        items: [...items],
        publishedBy: writer(by),
        publishedAt: new Date(now.getTime() - ago * DAY_MS),
      })),
    )
    .onConflictDoNothing();
}
