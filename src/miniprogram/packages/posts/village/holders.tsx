import { useCallback, useEffect, useState } from 'react';
import { type CallError, call } from '@/client/call';
import type { OutputOf } from '@/contract/api';
import { POST_KINDS } from '@/domain/posts';
import { Button, Card, dateText, Empty, Problem, Section, Skeleton } from '@/ui';
// not through the index: only subpackages have tables, and the main package has to stay small
import { type Column, Table } from '@/ui/table';
import { copy } from './copy';

type Holder = OutputOf<'posts.holders'>['holders'][number];
interface Read {
  readonly holders: readonly Holder[];
  readonly next: string | null;
}

const COLUMNS: readonly Column<Holder>[] = [
  { key: 'name', title: copy.columns.name, cell: ({ name }) => name },
  { key: 'place', title: copy.columns.place, cell: ({ town, village }) => copy.village(town, village) },
  { key: 'post', title: copy.columns.post, cell: ({ kind, title }) => `${title}（${POST_KINDS[kind]}）` },
  { key: 'from', title: copy.columns.from, cell: ({ starts_on }) => dateText(starts_on) },
  { key: 'to', title: copy.columns.to, cell: ({ ends_on }) => dateText(ends_on) },
];

/** Who holds a post, masked, the newest contract first. */
export function Holders({ county, town }: { county: string; town: string }) {
  const [read, setRead] = useState<Read | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const [loading, setLoading] = useState(false);
  const load = useCallback(
    async (from: Read | null) => {
      setLoading(true);
      setError(null);
      try {
        const within = { county, ...(town !== '' && { town }) };
        const page = await call('posts.holders', { ...within, ...(from?.next && { cursor: from.next }) });
        setRead({ holders: [...(from?.holders ?? []), ...page.holders], next: page.next });
      } catch (thrown) {
        setError(thrown as CallError);
      }
      setLoading(false);
    },
    [county, town],
  );
  useEffect(() => void load(null), [load]);
  return (
    <Section title={copy.holders}>
      {!read && !error && <Skeleton lines={4} />}
      {read && read.holders.length === 0 && <Empty icon="family" title={copy.noHolders} />}
      {read && read.holders.length > 0 && (
        <Card>
          <Table label={copy.holders} columns={COLUMNS} rows={read.holders} keyOf={({ id }) => id} />
        </Card>
      )}
      <Problem error={error} />
      {read?.next && (
        <Button kind="secondary" block onPress={() => void load(read)}>
          {loading ? copy.reading : copy.moreHolders}
        </Button>
      )}
    </Section>
  );
}
