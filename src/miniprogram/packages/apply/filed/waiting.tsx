import { View } from '@tarojs/components';
import { errorCopy } from '@/client/error-copy';
import { forget, type OutboxItem, retryAll } from '@/client/outbox';
import { replace, routes } from '@/client/routes';
import { Button, Hero, Notice, Page, PhoneLink } from '@/ui';
import { copy } from './copy';

/** On this phone still: no signal, or refused when it arrived. */
export function Waiting({ item }: { item: OutboxItem }) {
  if (item.state === 'refused') return <Refused item={item} />;
  const { word, title, line, notKept, again, sending } = copy.waiting;
  return (
    <Page
      title={item.title}
      top={
        <Hero
          status="warning"
          word={word}
          what={copy.read}
          readout={[item.title, title, line]}
          title={title}
          line={line}
        />
      }
      bar={
        <>
          <Button kind="secondary" to={routes.cases()}>
            {copy.cases}
          </Button>
          <Button block onPress={retryAll}>
            {item.state === 'sending' ? sending : again}
          </Button>
        </>
      }
    >
      {!item.kept && (
        <Notice tone="no" icon="flag" inset>
          {notKept}
        </Notice>
      )}
      <View className="filed-room">
        <PhoneLink number="12333" block />
      </View>
    </Page>
  );
}

function Refused({ item }: { item: OutboxItem }) {
  const { id, title, error, input } = item;
  const { word, line, button } = copy.refused;
  const words = errorCopy(error);
  const service =
    typeof input === 'object' && input !== null && 'service' in input ? String(input.service) : '';
  const change = () => {
    forget(id);
    replace(routes.apply(service));
  };
  return (
    <Page
      title={title}
      top={
        <Hero
          status="not_eligible"
          word={word}
          what={copy.read}
          readout={[title, words.title, words.wayOn, line]}
          title={words.title}
          line={`${error?.fields[0]?.message ?? words.wayOn}${line}`}
        />
      }
      bar={
        <Button block onPress={change}>
          {button}
        </Button>
      }
    >
      <PhoneLink number="12333" block />
    </Page>
  );
}
