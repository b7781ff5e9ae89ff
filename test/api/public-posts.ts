/** Public-welfare posts for tests. */
import { randomUUID } from 'node:crypto';
import { postHolder, publicPost } from '@/cloud/store/schema';
import type { InputOf } from '@/contract/api';
import type { TestServices } from '../services';
import { inDays } from './training';

type Draft = InputOf<'posts.put'>['post'];

export const samplePost = (over: Partial<Draft> = {}): Draft => ({
  town: '样例板溪镇',
  village: '样例村',
  kind: 'upkeep',
  title: '样例护路员',
  people: 2,
  duty: '扫路、清沟',
  ...over,
});

/** A post with one holder, put straight into the database. */
export async function newHeldPost(
  { services: { store } }: Pick<TestServices, 'services'>,
  over: Partial<typeof postHolder.$inferInsert> & { readonly post?: Partial<Draft> } = {},
): Promise<{ post: string; holder: string }> {
  const { post: draft, county = '500242', ...rest } = over;
  const [post, holder] = [randomUUID(), rest.id ?? randomUUID()];
  const now = new Date();
  await store.db
    .insert(publicPost)
    .values({ id: post, county, version: 1, createdBy: randomUUID(), changedAt: now, ...samplePost(draft) });
  await store.db.insert(postHolder).values({
    ...{ postId: post, county, startsOn: inDays(-100), endsOn: inDays(100) },
    ...{ createdBy: randomUUID(), createdAt: now, ...rest, id: holder },
    contentEnc: store.cipher.seal('post_holder.content', holder, JSON.stringify({ name: '样例在岗人' })),
  });
  return { post, holder };
}
