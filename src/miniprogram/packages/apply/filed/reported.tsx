import { View } from '@tarojs/components';
import { useState } from 'react';
import { forget, type OutboxItem } from '@/client/outbox';
import { go, routes } from '@/client/routes';
import { copyText } from '@/client/save-file';
import type { Filed } from '@/contract/cases';
import { Button, Card, Confirm, Hero, Notice, Page } from '@/ui';
import { NumberLine } from '../../cases/parts/number-line';
import { copy } from './copy';
import { Next } from './delivered';

interface ReportedProps {
  item: OutboxItem;
  filed: Filed & { key: string };
}

/** Number and key of a report without a name: shown until the person says they have them, then never again. */
export function Reported({ item, filed }: ReportedProps) {
  const { id, title } = item;
  const { number, key } = filed;
  const { report } = copy;
  const [said, setSaid] = useState('');
  const [asking, setAsking] = useState(false);
  const both = () =>
    void copyText(report.text(number, key)).then(
      () => setSaid(report.copied),
      () => setSaid(report.failed),
    );
  const leave = () => {
    go(routes.home());
    forget(id);
  };
  return (
    <Page
      title={title}
      top={
        <Hero
          status="eligible"
          word={copy.delivered.word}
          what={copy.read}
          readout={[report.title, report.line, report.text([...number].join(' '), [...key].join(' '))]}
          title={report.title}
          line={report.line}
          size="title"
        />
      }
      bar={
        <>
          <Button kind="secondary" icon="copy" onPress={both}>
            {report.both}
          </Button>
          <Button block onPress={() => setAsking(true)}>
            {report.noted}
          </Button>
        </>
      }
    >
      <Card pad>
        <NumberLine what={copy.number} value={number} />
        <View className="filed-room">
          <NumberLine what={copy.key} value={key} />
        </View>
      </Card>
      {said !== '' && (
        <Notice tone="half" icon="copy" inset live>
          {said}
        </Notice>
      )}
      <Next sent={{ ...filed, title, service: serviceOf(item) }} />
      <Confirm
        open={asking}
        title={report.sure}
        line={report.sureLine}
        yes={report.yes}
        no={report.no}
        onNo={() => setAsking(false)}
        onYes={leave}
      />
    </Page>
  );
}

const serviceOf = ({ input }: OutboxItem): string =>
  typeof input === 'object' && input !== null && 'service' in input ? String(input.service) : '';
