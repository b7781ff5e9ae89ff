import { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import { momentText } from '@/client/clock';
import { useMe } from '@/client/me';
import { routes, useParams } from '@/client/routes';
import { useShare } from '@/client/share';
import { useCall } from '@/client/use-call';
import type { GatheringView } from '@/contract/hands';
import { STANDINGS } from '@/domain/jobs/standing';
import { Button, Empty, ErrorState, Hero, Notice, Page, PhoneLink, Skeleton } from '@/ui';
import { copy as words } from '../parts/copy';
import { joinedOnPhone, keepSeen, type Seen } from '../parts/kept-joined';
import { type Line, Lines } from '../parts/lines';
import { gatheringTag, handTag, payText, placeText, standingTag, timesText } from '../parts/words';
import { copy } from './copy';
import { Join } from './join';
import { MyPlace } from './my-place';
import { Organiser } from './organiser';
import '../parts/hands.scss';

/** One gathering: what, where, when, how much; joining it, or seeing who comes. */
export default function GatheringPage() {
  const { id = '', code } = useParams<'id' | 'code'>();
  // check-ins are sent for whoever is known to be on the screen
  useMe();
  const { data, error, reload } = useCall('hands.show', { id });
  useDidShow(() => void reload());
  useEffect(() => {
    if (data) keepSeen(data);
  }, [data]);
  useShare(data ? sharedText(data) : copy.title, routes.gathering(id));
  const again = () => void reload();
  if (!data) {
    const missing = error?.name === 'NotFound' || error?.name === 'InvalidInput';
    const last = error && !missing && joinedOnPhone().find(({ of }) => of.id === id);
    if (last) return <Unreached {...last} onRetry={again} />;
    return (
      <Page title={copy.title}>
        {missing ? (
          <Empty icon="gangwei" title={copy.notFound} line={copy.notFoundLine}>
            <Button block to={routes.jobs({ kinds: 'day_labour' })}>
              {copy.others}
            </Button>
          </Empty>
        ) : error ? (
          <ErrorState error={error} onRetry={again} />
        ) : (
          <Skeleton lines={8} />
        )}
      </Page>
    );
  }
  const { mine, organiser, state } = data;
  const inside = mine !== null && mine.state !== 'left';
  const joins = !organiser && !inside && data.join.ok;
  return (
    <Page
      title={copy.title}
      top={<Top of={data} />}
      bar={joins ? <Join of={data} onDone={again} /> : undefined}
      barNote={joins ? copy.seen : undefined}
    >
      {state === 'cancelled' && (
        <Notice tone="no" icon="status-no" title={copy.gone} inset>
          {copy.goneLine(data.reason)}
        </Notice>
      )}
      {data.standing && (
        <Notice
          tone={data.standing === 'checking' ? 'ask' : 'no'}
          icon="flag"
          title={STANDINGS[data.standing].title}
          inset
          live
        >
          {STANDINGS[data.standing].line}
        </Notice>
      )}
      {mine?.state === 'left' && (
        <Notice icon="status-ok" inset live>
          {copy.left}
        </Notice>
      )}
      {inside && <MyPlace of={data} mine={mine} code={code} onDone={again} />}
      {organiser && <Organiser of={data} onDone={again} />}
      {!data.verified && !data.standing && !organiser && (
        <Notice tone="ask" icon="flag" title={standingTag(data).word} inset>
          {copy.unverified[data.as === 'person' ? 'person' : 'unit']}
        </Notice>
      )}
      <Lines lines={linesOf(data)} />
      {!organiser && data.state === 'open' && (
        <Button kind="ghost" small to={routes.posting(id, 'open')}>
          {copy.untrue}
        </Button>
      )}
      {!joins && !inside && !organiser && (
        <Button kind="secondary" block to={routes.jobs({ kinds: 'day_labour' })}>
          {copy.others}
        </Button>
      )}
    </Page>
  );
}

/** No signal on the way there: when, where and whom to call, as they were seen last. */
function Unreached({ of, at, onRetry }: Seen & { onRetry: () => void }) {
  return (
    <Page title={copy.title} top={<Top of={of} />}>
      <Notice tone="ask" icon="clock" inset live>
        {copy.offline(momentText(at))}
      </Notice>
      <Lines lines={linesOf(of)} />
      {of.phone && <PhoneLink number={of.phone} block />}
      <Button kind="secondary" icon="qr" block to={routes.code()}>
        {copy.myCode}
      </Button>
      <Button kind="ghost" block onPress={onRetry}>
        {copy.retry}
      </Button>
    </Page>
  );
}

/** Whoever reads the card knows first that nobody has looked at it. */
const sharedText = (of: GatheringView): string =>
  [of.verified ? '' : standingTag(of).word, of.work, payText(of)].filter(Boolean).join('，');

const linesOf = (of: GatheringView): readonly Line[] => [
  [copy.when, timesText(of)],
  [copy.where, placeText(of)],
  [copy.pay, payText(of)],
  [copy.paid, of.paid],
  [
    copy.people,
    [words.places(of.joined, of.people), of.waiting > 0 ? copy.waiting(of.waiting) : '']
      .filter(Boolean)
      .join('，'),
  ],
  [copy.who, of.employer],
  [copy.standing, standingTag(of).word],
  [copy.bring, of.bring],
  [copy.route, of.route],
];

function Top({ of }: { of: GatheringView }) {
  const { mine } = of;
  const tag =
    mine && mine.state !== 'left' && of.state === 'open' && !of.standing && !of.organiser
      ? handTag(mine.state)
      : gatheringTag(of);
  const line = of.standing
    ? STANDINGS[of.standing].line
    : of.join.ok || of.organiser || (mine && mine.state !== 'left')
      ? timesText(of)
      : of.join.why;
  return (
    <Hero
      status={tag.status}
      word={tag.word}
      what={copy.read}
      readout={[
        ...[of.work, payText(of), tag.word, timesText(of), placeText(of)],
        ...[of.employer, standingTag(of).word],
      ]}
      title={`${of.work}，${payText(of)}`}
      line={line}
      size="title"
    />
  );
}
