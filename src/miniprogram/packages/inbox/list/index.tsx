import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { useActing } from '@/client/acting';
import { type CallError, call } from '@/client/call';
import { dayWords, soonDays } from '@/client/case-words';
import { momentText, today } from '@/client/clock';
import { markRead, refreshInbox, useInbox } from '@/client/inbox';
import { useMe } from '@/client/me';
import { routes, useParams } from '@/client/routes';
import type { OutputOf } from '@/contract/api';
import type { MessageView } from '@/contract/messages';
import {
  Button,
  Card,
  Empty,
  ErrorState,
  Notice,
  Page,
  PersonGate,
  Problem,
  ReadAloud,
  Row,
  Section,
  Skeleton,
  Tabs,
} from '@/ui';
import { copy } from './copy';
import { byCase, byDay } from './groups';
import { Message } from './message';
import './index.scss';

/** Every message, by day or by case; or those of one case alone. */
export default function InboxList() {
  const { case: only } = useParams<'case'>();
  usePullDownRefresh(() => void refreshInbox().then(() => Taro.stopPullDownRefresh()));
  const { signed, me } = useMe();
  const { messages } = useInbox();
  const acting = useActing() !== null;
  // without a network nobody says who this is: what was kept under this session is shown all the same
  const kept = signed && me === null && messages !== null && !acting;
  return (
    <Page title={copy.title}>
      {kept ? (
        <Opened key={only} only={only} />
      ) : (
        <PersonGate need="signed" acts="apply" why={copy.why}>
          {() => <Opened key={only} only={only} />}
        </PersonGate>
      )}
    </Page>
  );
}

type Older = Pick<OutputOf<'messages.list'>, 'messages' | 'next'>;

function Opened({ only }: { only: string | undefined }) {
  const inbox = useInbox();
  const [how, setHow] = useState<'day' | 'case'>('day');
  const [older, setOlder] = useState<Older | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const acting = useActing() !== null;
  const { messages: first, unread, at } = inbox;
  if (!first)
    return inbox.error ? (
      <ErrorState error={inbox.error} onRetry={() => void refreshInbox()} />
    ) : (
      <Skeleton lines={6} />
    );
  const known = new Set(first.map(({ id }) => id));
  const all = [...first, ...(older?.messages ?? []).filter(({ id }) => !known.has(id))];
  const messages = only === undefined ? all : all.filter((one) => one.case === only);
  const next = older ? older.next : inbox.next;
  const more = () => {
    if (busy || next === null) return;
    setBusy(true);
    setError(null);
    call('messages.list', { cursor: next }).then(
      (page) => {
        setBusy(false);
        setOlder({ messages: [...(older?.messages ?? []), ...page.messages], next: page.next });
      },
      (thrown: CallError) => {
        setBusy(false);
        if (thrown.name !== 'PersonChanged') setError(thrown);
      },
    );
  };
  const fresh = messages.filter(({ read }) => !read);
  return (
    <>
      {inbox.error && (
        <Notice tone="ask" icon="clock" inset live>
          {copy.old(momentText(at))}
        </Notice>
      )}
      {only === undefined && messages.length > 0 && (
        <Tabs
          label={copy.how}
          items={[
            { key: 'day', label: copy.byDay },
            { key: 'case', label: copy.byCase },
          ]}
          value={how}
          onChange={setHow}
        />
      )}
      {fresh.length > 0 && (
        <View className="inbox-head">
          <ReadAloud what={copy.read} text={fresh.flatMap(({ title, text }) => [title, text])} />
          {only === undefined && unread > 0 && !acting && (
            <Button kind="secondary" small onPress={() => void markRead('all')}>
              {copy.allRead}
            </Button>
          )}
        </View>
      )}
      {messages.length === 0 && (
        <Empty icon="message" title={copy.none} line={copy.noneLine}>
          <Button to={routes.services()} block>
            {copy.services}
          </Button>
        </Empty>
      )}
      {how === 'case' && only === undefined ? <Cases messages={messages} /> : <Days messages={messages} />}
      <Problem error={error} />
      {next !== null && (
        <Button kind="secondary" block onPress={more}>
          {busy ? copy.moreBusy : copy.more}
        </Button>
      )}
      <Card>
        {only !== undefined && <Row icon="message" title={copy.everything} to={routes.inbox()} dense />}
        {!acting && <Row icon="clock" title={copy.settings} to={routes.inboxSettings()} dense />}
      </Card>
    </>
  );
}

function Days({ messages }: { messages: readonly MessageView[] }) {
  return (
    <>
      {byDay(messages).map(({ key, messages: list }) => (
        <Section key={key} title={key === today() ? copy.today : dayWords(key)}>
          {list.map((one) => (
            <Message key={one.id} message={one} />
          ))}
        </Section>
      ))}
    </>
  );
}

/** A line a case, with what was said last; it opens the messages of that case. */
function Cases({ messages }: { messages: readonly MessageView[] }) {
  const groups = byCase(messages);
  const others = groups.find(({ key }) => key === '');
  return (
    <>
      <Card>
        {groups
          .filter(({ key }) => key !== '')
          .map(({ key, messages: list }) => {
            const unread = list.filter(({ read }) => !read).length;
            return (
              <Row
                key={key}
                title={list[0]?.title ?? ''}
                line={soonDays(list[0]?.text ?? '')}
                note={[list[0]?.number, copy.ofCase(list.length), unread > 0 && `${unread} 条${copy.unread}`]
                  .filter(Boolean)
                  .join(' · ')}
                to={routes.inbox({ case: key })}
                stacked
              />
            );
          })}
      </Card>
      {others && (
        <Section title={copy.others}>
          {others.messages.map((one) => (
            <Message key={one.id} message={one} />
          ))}
        </Section>
      )}
    </>
  );
}
