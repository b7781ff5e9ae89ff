import { useEffect } from 'react';
import { isMarked, sendMark, useMarks } from '@/client/marks';
import { useMe } from '@/client/me';
import { routes, useParams } from '@/client/routes';
import { useCall } from '@/client/use-call';
import { keepRoster, rosterOnPhone } from '@/client/village';
import type { SessionView } from '@/contract/training';
import { dayAt } from '@/domain/training';
import { Button, Card, Empty, ErrorState, Notice, Page, Row, Skeleton } from '@/ui';
import { ScanCode } from '@/ui/scan-code';
import { placeText, timesText } from '../parts/words';
import { Certify } from './certify';
import { copy } from './copy';
import { OnTheWay } from './on-the-way';
import { People } from './people';
import '../parts/training.scss';

/** The trainer's page: who comes in is scanned or ticked, also in a hall without a signal. */
export default function Attend() {
  const { id = '' } = useParams<'id'>();
  const { signed } = useMe();
  return (
    <Page title={copy.title}>
      {signed ? (
        <List key={id} id={id} />
      ) : (
        <Empty icon="user" title={copy.title} line={copy.why}>
          <Button to={routes.signIn()} block>
            {copy.signIn}
          </Button>
        </Empty>
      )}
    </Page>
  );
}

const OFFLINE = ['NetworkError', 'Timeout', 'NotReady'];

function List({ id }: { id: string }) {
  const { data, error, reload } = useCall('training.roster', { id });
  useEffect(() => {
    if (data) keepRoster(data);
  }, [data]);
  const away = error !== null && OFFLINE.includes(error.name);
  const roster = data ?? (away ? rosterOnPhone(id) : null);
  if (!roster) {
    if (error?.name === 'NotAllowed' || error?.name === 'NotFound')
      return <Empty icon="lock" title={copy.notYours} line={copy.notYoursLine} />;
    return error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={8} />;
  }
  const { session, people } = roster;
  const again = () => void reload();
  const today = dayAt(Date.now());
  const teaching = today >= session.starts_on && today <= session.ends_on;
  return (
    <>
      {away && (
        <Notice tone="ask" icon="clock" inset live>
          {copy.offline}
        </Notice>
      )}
      <Card>
        <Row title={session.title} line={`${timesText(session)}，${placeText(session)}`} dense />
      </Card>
      {session.state === 'open' &&
        (teaching ? (
          <Scan of={session} onMarked={again} />
        ) : (
          <Notice icon="calendar" inset>
            {copy.notToday}
          </Notice>
        ))}
      <OnTheWay session={id} />
      <People session={session} people={people} onMarked={again} />
      {session.state === 'open' && <Certify roster={roster} onDone={again} />}
    </>
  );
}

function Scan({
  of: { id, title },
  onMarked,
}: {
  of: Pick<SessionView, 'id' | 'title'>;
  onMarked: () => void;
}) {
  const marks = useMarks('training.mark', id);
  return (
    <ScanCode
      isMarked={(code) => isMarked(marks, { code }, dayAt(Date.now()))}
      send={(code) => sendMark({ path: 'training.mark', of: { session: id, code }, title })}
      onMarked={onMarked}
    />
  );
}
