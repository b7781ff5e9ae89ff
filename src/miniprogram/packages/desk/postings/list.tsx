import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { today } from '@/client/clock';
import { routes } from '@/client/routes';
import type { InputOf, OutputOf } from '@/contract/api';
import type { OwnPosting } from '@/contract/postings';
import { POSTING_KINDS } from '@/domain/jobs';
import { Button, Card, Empty, monthDayText, Row, StatusTag } from '@/ui';
import { countsOf, placeOf, stateOf } from '../parts/posting/words';
import { copy } from './copy';

interface PostingsProps {
  asked: InputOf<'postings.queue'>;
  first: OutputOf<'postings.queue'>;
}

/** Page after page. */
export function Postings({ asked, first }: PostingsProps) {
  const [later, setLater] = useState<Pick<PostingsProps['first'], 'postings' | 'next'> | null>(null);
  const next = later ? later.next : first.next;
  const all = [...first.postings, ...(later?.postings ?? [])];
  const more = () => {
    if (next === null) return;
    call('postings.queue', { ...asked, cursor: next }).then(
      (page) => setLater({ postings: [...(later?.postings ?? []), ...page.postings], next: page.next }),
      () => undefined,
    );
  };
  if (all.length === 0)
    return <Empty icon="status-none" title={copy.empty[asked.show]} line={copy.emptyLine} />;
  return (
    <View className="desk-sheet">
      <Card>
        {all.map((posting) => (
          <Line key={posting.id} posting={posting} />
        ))}
      </Card>
      {next !== null && (
        <Button kind="secondary" block onPress={more}>
          {copy.more}
        </Button>
      )}
    </View>
  );
}

function Line({ posting }: { posting: OwnPosting }) {
  const { id, kind, title, employer, reports, verified, open_until } = posting;
  const { status, word } = stateOf(posting, today());
  return (
    <Row
      title={`${title} · ${employer}`}
      line={[
        POSTING_KINDS[kind].title,
        placeOf(posting),
        countsOf(posting),
        copy.until(monthDayText(open_until)),
        verified ? copy.verified : copy.unverified,
      ].join('，')}
      trailing={
        reports > 0 ? (
          <StatusTag status="warning" word={copy.reports(reports)} />
        ) : (
          <StatusTag status={status} word={word} />
        )
      }
      to={routes.deskOffer(id)}
      stacked
    />
  );
}
