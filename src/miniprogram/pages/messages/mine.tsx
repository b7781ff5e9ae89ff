import { soonDays } from '@/client/case-words';
import { momentText } from '@/client/clock';
import { markRead, placeOf, refreshInbox, useInbox } from '@/client/inbox';
import { go, routes } from '@/client/routes';
import { Card, Empty, ErrorState, Notice, Row, Section, Skeleton, StatusTag } from '@/ui';
import { copy } from './copy';

const SHOWN = 5;

/** The newest few; all of them, by day and by case, lie in a package of their own. */
export function Mine() {
  const { may, messages, unread, at, error } = useInbox();
  if (!may) return <Empty icon="message" title={copy.none} line={copy.noneLine} />;
  if (!messages)
    return error ? <ErrorState error={error} onRetry={() => void refreshInbox()} /> : <Skeleton lines={4} />;
  return (
    <>
      {error && (
        <Notice tone="ask" icon="clock" inset live>
          {copy.old(momentText(at))}
        </Notice>
      )}
      {messages.length === 0 && <Empty icon="message" title={copy.none} line={copy.noneLine} />}
      <Section title={copy.mine(unread)}>
        <Card>
          {messages.slice(0, SHOWN).map((one) => (
            <Row
              key={one.id}
              title={one.title}
              line={soonDays(one.text)}
              trailing={one.read ? undefined : <StatusTag status="warning" word={copy.unread} />}
              onPress={() => {
                void markRead({ ids: [one.id] });
                go(placeOf(one));
              }}
              dense
              stacked
            />
          ))}
          {messages.length > 0 && <Row icon="message" title={copy.all} to={routes.inbox()} dense />}
          <Row
            icon="clock"
            title={copy.settings}
            line={copy.settingsLine}
            to={routes.inboxSettings()}
            dense
          />
        </Card>
      </Section>
    </>
  );
}
