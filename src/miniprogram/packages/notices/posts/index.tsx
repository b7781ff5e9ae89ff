import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useCallback, useEffect, useState } from 'react';
import { type CallError, call } from '@/client/call';
import { useCounty } from '@/client/county';
import { usePlace } from '@/client/place';
import { routes, useParams } from '@/client/routes';
import { useShare } from '@/client/share';
import type { OutputOf } from '@/contract/api';
import { Button, Card, dateText, Empty, ErrorState, Heading, Page, Problem, Row, Skeleton } from '@/ui';
// not through the index: only subpackages have tables, and the main package has to stay small
import { type Column, Table } from '@/ui/table';
import { copy } from './copy';
import './index.scss';

type Post = OutputOf<'notices.posts'>['posts'][number];

/** 公示: who was given a public-welfare post, masked, for everybody; nobody has to sign in. */
export default function NoticePosts() {
  const { county } = useParams<'county'>();
  const { place } = usePlace();
  const shown = county ?? place?.unit;
  useShare(copy.title, routes.notices(shown));
  return (
    <Page title={copy.title}>
      {shown ? (
        <Posts key={shown} county={shown} />
      ) : (
        <Empty icon="location" title={copy.chooseTitle} line={copy.chooseLine}>
          <Button to={routes.choosePlace()} block>
            {copy.choose}
          </Button>
        </Empty>
      )}
    </Page>
  );
}

const COLUMNS: readonly Column<Post>[] = [
  { key: 'name', title: copy.columns.name, cell: ({ name }) => name },
  {
    key: 'place',
    title: copy.columns.place,
    cell: ({ town, village }) => [town, village].filter(Boolean).join(' ') || copy.noPlace,
  },
  { key: 'post', title: copy.columns.post, cell: ({ post }) => post },
  { key: 'day', title: copy.columns.day, cell: ({ decided_on }) => dateText(decided_on) },
  { key: 'number', title: copy.columns.number, cell: ({ number }) => number },
];

interface Read {
  readonly posts: readonly Post[];
  readonly next: string | null;
}

function Posts({ county }: { county: string }) {
  const nameOf = useCounty();
  const [read, setRead] = useState<Read | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const [loading, setLoading] = useState(false);
  const load = useCallback(
    async (from: Read | null) => {
      setLoading(true);
      setError(null);
      try {
        const cursor = from?.next ? { cursor: from.next } : {};
        const { posts, next } = await call('notices.posts', { county, ...cursor });
        setRead({ posts: [...(from?.posts ?? []), ...posts], next });
      } catch (thrown) {
        setError(thrown as CallError);
      }
      setLoading(false);
    },
    [county],
  );
  useEffect(() => void load(null), [load]);
  usePullDownRefresh(() => void load(null).then(() => Taro.stopPullDownRefresh()));
  if (!read)
    return error ? <ErrorState error={error} onRetry={() => void load(null)} /> : <Skeleton lines={6} />;
  return (
    <>
      <View>
        <Heading>{copy.of(nameOf(county))}</Heading>
        <View className="notice-line">{copy.line}</View>
      </View>
      {read.posts.length === 0 ? (
        <Empty icon="document" title={copy.none} line={copy.noneLine} />
      ) : (
        <Card>
          <Table label={copy.title} columns={COLUMNS} rows={read.posts} keyOf={({ number }) => number} />
        </Card>
      )}
      <Problem error={error} />
      {read.next && (
        <Button kind="secondary" block onPress={() => void load(read)}>
          {loading ? copy.reading : copy.more}
        </Button>
      )}
      <Card>
        <Row icon="village" title={copy.villages} line={copy.villagesLine} to={routes.posts(county)} dense />
        <Row
          icon="flag"
          title={copy.report}
          line={copy.reportLine}
          to={routes.service('favouritism')}
          dense
        />
      </Card>
    </>
  );
}
