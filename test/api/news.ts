/** News for tests: as an officer of Youyang writes it, or put straight into the database. */
import { randomUUID } from 'node:crypto';
import { news, newsPicture } from '@/cloud/store/schema';
import type { NewsDraft } from '@/contract/news';
import type { TestServices } from '../services';

export const sampleNews = (over: Partial<NewsDraft> = {}): NewsDraft => ({
  kind: 'opportunity',
  title: '样例：雨露计划毕业生，来登记找活',
  text: '“雨露计划”毕业生，有人帮着找用得上手艺的活。岗位名单还没有开。现在可以先登记。',
  document: 'chongqing-2026-6',
  items: ['（十一）'],
  service: 'find-work',
  picture: null,
  ...over,
});

/** With a picture. @returns its id */
export async function newNews(
  { services }: Pick<TestServices, 'services'>,
  over: Partial<typeof news.$inferInsert> = {},
): Promise<string> {
  const id = randomUUID();
  const { picture: _picture, ...draft } = sampleNews();
  await services.store.db.insert(news).values({
    ...draft,
    id,
    place: '500242',
    pictureSays: '样例图',
    office: '样例酉阳县人社局',
    publishedBy: randomUUID(),
    publishedAt: new Date(),
    ...over,
  });
  await services.store.db
    .insert(newsPicture)
    .values({ newsId: id, type: 'image/jpeg', bytes: Buffer.from([0xff, 0xd8, 0xff]) });
  return id;
}
