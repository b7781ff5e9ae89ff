import { View } from '@tarojs/components';
import { dayWords, plainDays } from '@/client/case-words';
import { momentText } from '@/client/clock';
import { markRead, placeOf } from '@/client/inbox';
import { routes } from '@/client/routes';
import type { MessageView } from '@/contract/messages';
import { Button, Card, Heading, ReadAloud, StatusTag } from '@/ui';
import { copy } from './copy';

/** One message in full: what happened, what was said, what it rests on, and what it opens. */
export function Message({ message }: { message: MessageView }) {
  const { title, text, said, cite, number, due_on: due, read, urgent } = message;
  const lines = [
    plainDays(text),
    said && copy.said(plainDays(said)),
    due && copy.by(dayWords(due)),
    cite && copy.cite(cite.title, cite.item),
  ].filter((line): line is string => Boolean(line));
  const seen = () => void markRead({ ids: [message.id] });
  const kind = message.case === null ? message.kind : 'case';
  const opens = kind !== 'notice' && (kind === 'case' || message.ref !== null);
  const what = kind === 'notice' ? '' : copy.open[kind];
  return (
    <Card pad className={read ? 'inbox-one' : 'inbox-one inbox-one--new'}>
      <View className="inbox-one__head">
        <Heading level={3} className="inbox-one__title">
          {title}
        </Heading>
        <ReadAloud kind="round" what={title} text={[title, ...lines]} />
      </View>
      <View className="inbox-one__marks">
        {!read && (
          <StatusTag status="warning" word={urgent ? `${copy.unread}·${copy.urgent}` : copy.unread} />
        )}
        <View className="inbox-one__quiet">{momentText(Date.parse(message.at))}</View>
        {number && <View className="inbox-one__quiet">{copy.number(number)}</View>}
      </View>
      {lines.map((line) => (
        <View key={line} className="inbox-one__line">
          {line}
        </View>
      ))}
      {(opens || cite?.document || !read) && (
        <View className="inbox-one__foot">
          {opens && (
            <Button small label={copy.openOne(what, title)} to={placeOf(message)} onPress={seen}>
              {what}
            </Button>
          )}
          {cite?.document && (
            <Button
              kind="secondary"
              small
              label={copy.openOne(copy.open.document, cite.title)}
              to={routes.document(cite.document, cite.item)}
              onPress={seen}
            >
              {copy.open.document}
            </Button>
          )}
          {!opens && !read && (
            <Button kind="ghost" small label={copy.openOne(copy.seen, title)} onPress={seen}>
              {copy.seen}
            </Button>
          )}
        </View>
      )}
    </Card>
  );
}
