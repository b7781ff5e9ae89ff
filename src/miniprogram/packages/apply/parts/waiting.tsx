import { errorCopy } from '@/client/error-copy';
import { type OutboxItem, retryAll } from '@/client/outbox';
import { routes } from '@/client/routes';
import { Button, Hero, Notice, Page, PhoneLink } from '@/ui';
import { copy } from './copy';

interface WaitingProps {
  item: OutboxItem;
  /** back to the form, where it was refused */
  onChange: () => void;
}

/** On this phone still: no signal, or refused when it arrived. */
export function Waiting({ item, onChange }: WaitingProps) {
  if (item.state === 'refused') return <Refused item={item} onChange={onChange} />;
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
      <PhoneLink number="12333" block />
    </Page>
  );
}

function Refused({ item: { title, error }, onChange }: WaitingProps) {
  const { word, line, button } = copy.refused;
  const words = errorCopy(error);
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
        <Button block onPress={onChange}>
          {button}
        </Button>
      }
    >
      <PhoneLink number="12333" block />
    </Page>
  );
}
