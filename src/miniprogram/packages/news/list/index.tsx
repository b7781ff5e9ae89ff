import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { momentText } from '@/client/clock';
import { usePack } from '@/client/pack';
import { type ChosenPlace, usePlace } from '@/client/place';
import { routes } from '@/client/routes';
import { useShare } from '@/client/share';
import type { NewsChange, NewsLine } from '@/contract/news';
import { NEWS_KIND_NAMES, NEWS_KINDS, type NewsKind } from '@/domain/news';
import {
  Button,
  Card,
  Empty,
  ErrorState,
  Notice,
  Page,
  Problem,
  Row,
  Section,
  Skeleton,
  StatusTag,
} from '@/ui';
import { Select } from '@/ui/select';
import { changeWords, kindWord, copy as parts } from '../parts/copy';
import { type UseNews, useNews } from '../parts/kept-news';
import { copy } from './copy';
import './index.scss';

/** What the county's desk says of its documents, and which of them are new or end, and for whom. */
export default function NewsList() {
  const { place } = usePlace();
  useShare(parts.title, routes.news());
  return (
    <Page title={parts.title}>
      {place ? (
        <Placed key={place.unit} place={place} />
      ) : (
        <Empty icon="location" title={copy.noPlace} line={copy.noPlaceLine}>
          <Button to={routes.choosePlace()} block>
            {copy.choose}
          </Button>
        </Empty>
      )}
    </Page>
  );
}

/** News is told by the code of the county: it is known with the place's policies. */
function Placed({ place }: { place: ChosenPlace }) {
  const { pack, state, error, refresh } = usePack();
  if (!pack)
    return state === 'error' ? <ErrorState error={error} onRetry={() => void refresh()} /> : <Skeleton />;
  const code = pack.region.units.find(({ id }) => id === place.unit)?.code ?? place.region;
  return <News key={code} place={code} />;
}

function News({ place }: { place: string }) {
  const use = useNews(place);
  const { page, from, error, reload } = use;
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));
  if (!page)
    return error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={6} />;
  return (
    <>
      {from !== null && (
        <Notice tone="ask" icon="clock" inset live>
          {copy.offline(momentText(from))}
        </Notice>
      )}
      <Latest key={page.news.map(({ id }) => id).join(' ')} place={place} page={page} />
      {page.changes.length > 0 && (
        <Section title={copy.changed}>
          <Card>
            {page.changes.map((change) => (
              <Changed key={`${change.what} ${change.id}`} change={change} />
            ))}
          </Card>
        </Section>
      )}
      <Card>
        <Row icon="document" title={copy.library} to={routes.library()} dense />
      </Card>
    </>
  );
}

type Shown = NonNullable<UseNews['page']>;

interface Later {
  readonly news: readonly NewsLine[];
  readonly next: string | null;
}

const EVERY = '';
/** all of them are on the screen at once: nothing to choose from */
const FEW = 3;
const KINDS = [
  { value: EVERY, label: copy.all },
  ...NEWS_KIND_NAMES.map((value) => ({ value, label: NEWS_KINDS[value].title })),
];

/** Page after page; one kind of it when that is asked for. */
function Latest({ place, page }: { place: string; page: Shown }) {
  const [kind, setKind] = useState<NewsKind | typeof EVERY>(EVERY);
  const [read, setRead] = useState<Later>(page);
  const [error, setError] = useState<CallError | null>(null);
  const load = (wanted: NewsKind | typeof EVERY, from: Later | null) => {
    setError(null);
    const input = { place, ...(wanted && { kind: wanted }), ...(from?.next && { cursor: from.next }) };
    call('news.list', input).then(
      ({ news, next }) => setRead({ news: [...(from?.news ?? []), ...news], next }),
      (thrown: CallError) => setError(thrown),
    );
  };
  const choose = (wanted: NewsKind | typeof EVERY) => {
    setKind(wanted);
    // what is here already shows at once, also without a signal
    const here = page.news.filter((one) => wanted === EVERY || one.kind === wanted);
    setRead({ news: here, next: wanted === EVERY ? page.next : null });
    if (wanted !== EVERY && page.next !== null) load(wanted, null);
  };
  return (
    <Section title={copy.latest}>
      {(kind !== EVERY || page.news.length > FEW) && (
        <View className="news-filter">
          <Select
            label={copy.filter}
            options={KINDS}
            value={kind}
            onChange={(value) => choose(value as NewsKind | typeof EVERY)}
          />
        </View>
      )}
      {read.news.length === 0 ? (
        <Empty
          icon="document"
          title={kind ? copy.noneOf(NEWS_KINDS[kind].title) : copy.none}
          line={copy.noneLine}
        />
      ) : (
        <Card>
          {read.news.map((one) => (
            <Row
              key={one.id}
              title={one.title}
              line={`${kindWord(one)} · ${parts.from(one)}`}
              status={one.document.standing === 'ended' ? 'expired' : undefined}
              to={routes.newsItem(one.id)}
              stacked
            />
          ))}
        </Card>
      )}
      <Problem error={error} />
      {read.next !== null && (
        <Button kind="secondary" block onPress={() => load(kind, read)}>
          {copy.more}
        </Button>
      )}
    </Section>
  );
}

const TAGS = { new: 'in_scope', not_yet: 'not_yet', ending: 'warning', ended: 'expired' } as const;

function Changed({ change }: { change: NewsChange }) {
  const { word, line } = changeWords(change);
  const to = change.what === 'document' ? routes.document(change.document) : routes.benefit(change.id);
  return (
    <Row
      title={change.title}
      line={[change.number, line, copy.groups(change.groups)].join('。')}
      trailing={<StatusTag status={TAGS[change.standing]} word={word} />}
      to={to}
      stacked
    />
  );
}
