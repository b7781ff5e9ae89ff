import { routes, useParams } from '@/client/routes';
import { useShare } from '@/client/share';
import { useCall } from '@/client/use-call';
import type { EnrolmentView, SessionView } from '@/contract/training';
import { Button, ErrorState, Hero, Notice, Page, Skeleton } from '@/ui';
import { clockApart, enrolmentTag, momentWords, placeText, seatsTag, timesText } from '../parts/words';
import { copy } from './copy';
import { Enrol, useMineIn } from './enrol';
import { Facts, Order } from './facts';
import { Others } from './others';
import '../parts/training.scss';

/** One session: what, where, when, whether there is a seat, and who comes first. */
export default function TrainingSession() {
  const { id = '' } = useParams<'id'>();
  const { data, error, reload } = useCall('training.show', { id });
  const mine = useMineIn(id);
  useShare(data?.title ?? copy.title, routes.trainingSession(id));
  if (!data) {
    return (
      <Page title={copy.title}>
        {error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={8} />}
      </Page>
    );
  }
  const off = data.state === 'cancelled';
  const apart = clockApart(data.now, Date.now());
  return (
    <Page
      title={copy.title}
      top={<Top session={data} mine={mine} />}
      bar={<Bar session={data} mine={mine} onDone={() => void reload()} />}
      barNote={mine === null && data.closed === null ? copy.seen : undefined}
    >
      {apart !== null && (
        <Notice tone="ask" icon="clock" inset>
          {copy.clock(apart)}
        </Notice>
      )}
      {off && (
        <Notice tone="no" icon="status-no" title={copy.gone} inset>
          {copy.goneLine(data.reason)}
        </Notice>
      )}
      {off && <Others session={data} />}
      <Facts session={data} />
      <Order session={data} />
      {!off && data.closed !== null && !mine && <Others session={data} />}
    </Page>
  );
}

interface OfProps {
  session: SessionView;
  mine: EnrolmentView | null;
}

/** Whether there is a seat, or how it stands with mine. */
function Top({ session, mine }: OfProps) {
  const tag = mine ? enrolmentTag(mine.state) : seatsTag(session);
  const line = mine ? lineOf(mine) : (session.closed ?? timesText(session));
  return (
    <Hero
      status={tag.status}
      word={tag.word}
      what={copy.read}
      readout={[
        session.title,
        tag.word,
        line,
        timesText(session),
        placeText(session),
        session.fee ?? copy.noFee,
      ]}
      title={session.title}
      line={line}
    />
  );
}

function lineOf(mine: EnrolmentView): string {
  const first = mine.first ? copy.first : '';
  if (mine.state === 'waiting') return [copy.queuedLine(mine.ahead ?? 0), first].filter(Boolean).join('');
  if (mine.state === 'offered' && mine.offer_until) return `${momentWords(mine.offer_until)}以前请确认`;
  return copy.doneLine;
}

function Bar({ session, mine, onDone }: OfProps & { onDone: () => void }) {
  if (mine) {
    return (
      <Button block to={routes.myTrainings()}>
        {copy.mine}
      </Button>
    );
  }
  if (session.closed === null) return <Enrol session={session} onDone={onDone} />;
  return (
    <Button block kind="secondary" to={routes.training()}>
      {copy.again}
    </Button>
  );
}
