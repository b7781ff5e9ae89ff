import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCounty } from '@/client/county';
import { useMe } from '@/client/me';
import { usePlace } from '@/client/place';
import { routes, useParams } from '@/client/routes';
import { useShare } from '@/client/share';
import { useCall } from '@/client/use-call';
import type { PostLine } from '@/contract/posts';
import { dayInChina } from '@/domain/calendar/china';
import { POST_KINDS } from '@/domain/posts';
import {
  Button,
  Card,
  dateText,
  Empty,
  ErrorState,
  Heading,
  Notice,
  Page,
  Quote,
  Row,
  Section,
  Skeleton,
  StatusTag,
} from '@/ui';
import { Select } from '@/ui/select';
import { copy } from './copy';
import { Holders } from './holders';
import './index.scss';

/** Public-welfare posts by village, for everybody; one's own contract for whoever holds one. */
export default function VillagePosts() {
  const { county } = useParams<'county'>();
  const { place } = usePlace();
  const shown = county ?? place?.unit;
  useShare(copy.title, routes.posts(shown));
  return (
    <Page title={copy.title}>
      <Mine />
      {shown ? (
        <Posts key={shown} county={shown} />
      ) : (
        <Empty icon="location" title={copy.chooseTitle} line={copy.chooseLine}>
          <Button to={routes.choosePlace()} block>
            {copy.choose}
          </Button>
        </Empty>
      )}
      <Ways county={shown} />
    </Page>
  );
}

function Mine() {
  const { me } = useMe();
  const { data } = useCall('posts.mine', {}, me?.bound === true);
  if (!data || data.length === 0) return null;
  const today = dayInChina(Date.now());
  const tagOf = (one: (typeof data)[number]) => {
    if (one.ended_on) return { status: 'expired', word: copy.ended(dateText(one.ended_on)) } as const;
    if (one.soon) return { status: 'warning', word: copy.soon } as const;
    if (one.starts_on > today) return { status: 'none', word: copy.later } as const;
    return one.ends_on < today
      ? ({ status: 'expired', word: copy.over } as const)
      : ({ status: 'eligible', word: copy.running } as const);
  };
  return (
    <Section title={copy.mine}>
      <Card>
        {data.map((one) => (
          <Row
            key={one.id}
            title={`${one.title}（${one.village}）`}
            line={copy.mineLine(dateText(one.starts_on), dateText(one.ends_on))}
            trailing={<StatusTag {...tagOf(one)} />}
            stacked
          />
        ))}
        <Row
          icon="next"
          title={copy.exit}
          line={copy.exitLine}
          to={routes.service('public-post-exit')}
          dense
        />
      </Card>
    </Section>
  );
}

function Posts({ county }: { county: string }) {
  const nameOf = useCounty();
  const [town, setTown] = useState('');
  const { data, error, reload } = useCall('posts.village', { county, ...(town !== '' && { town }) });
  if (!data)
    return error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={6} />;
  const { posts, towns, people, held, longest, more } = data;
  const villages = [...new Set(posts.map((one) => copy.village(one.town, one.village)))];
  return (
    <>
      <View>
        <Heading>{copy.of(nameOf(county))}</Heading>
        <View className="posts-line">{copy.line}</View>
      </View>
      {towns.length > 1 && (
        <Select
          label={copy.town}
          options={[{ value: '', label: copy.allTowns }, ...towns.map((value) => ({ value, label: value }))]}
          value={town}
          onChange={setTown}
        />
      )}
      {posts.length === 0 ? (
        <Empty icon="village" title={copy.none} line={copy.noneLine} />
      ) : (
        <>
          <View className="posts-line">{copy.sum(people, held)}</View>
          {more && <Notice inset>{copy.more}</Notice>}
          {villages.map((village) => (
            <Card key={village} title={village}>
              {posts
                .filter((one) => copy.village(one.town, one.village) === village)
                .map((one) => (
                  <Post key={one.id} of={one} />
                ))}
            </Card>
          ))}
          <Holders key={town} county={county} town={town} />
        </>
      )}
      {longest && (
        <Section title={copy.longest}>
          <Quote
            text={longest.quote}
            source={copy.source(longest.number, longest.item)}
            to={routes.document(longest.document, longest.item, longest.quote)}
          />
          {longest.expired_on && <Notice inset>{copy.expired(dateText(longest.expired_on))}</Notice>}
        </Section>
      )}
    </>
  );
}

function Post({ of: { kind, title, people, held, duty } }: { of: PostLine }) {
  const free = people - held;
  return (
    <Row
      title={title}
      line={[copy.post(POST_KINDS[kind], people, held), duty].filter(Boolean).join('。')}
      trailing={
        <StatusTag status={free > 0 ? 'eligible' : 'expired'} word={free > 0 ? copy.free(free) : copy.full} />
      }
      stacked
    />
  );
}

function Ways({ county }: { county: string | undefined }) {
  return (
    <Card>
      <Row icon="tasks" title={copy.apply} line={copy.applyLine} to={routes.service('public-post')} />
      <Row icon="next" title={copy.exit} line={copy.exitLine} to={routes.service('public-post-exit')} />
      <Row icon="document" title={copy.notices} to={routes.notices(county)} />
      <Row icon="flag" title={copy.report} line={copy.reportLine} to={routes.service('favouritism')} />
    </Card>
  );
}
