import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import type { OutputOf } from '@/contract/api';
import { hasSource, RECORD_KINDS } from '@/domain/jobs/reports';
import { Button, Problem, Row, Sheet, TextField } from '@/ui';
import { recordLine } from '../parts/posting/words';
import { copy } from './copy';

interface PublishedProps {
  record: OutputOf<'postings.records'>['records'][number];
  onDone: () => void;
}

/** One of them; withdrawn, it stays here and nowhere else. */
export function Published({ record, onDone }: PublishedProps) {
  const { id, kind, employer, credit_code, withdrawn } = record;
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [empty, setEmpty] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const withdraw = () => {
    const words = reason.trim();
    setEmpty(words === '');
    if (words === '') return;
    call('postings.withdraw_record', { id, reason: words }).then(
      () => {
        setAsking(false);
        onDone();
      },
      (thrown: CallError) => setError(thrown),
    );
  };
  return (
    <View>
      <Row
        icon="flag"
        title={`${employer} · ${credit_code}`}
        line={[
          RECORD_KINDS[kind].title,
          recordLine(record),
          !withdrawn && !hasSource(record) && copy.noSource,
          withdrawn && copy.gone,
        ]
          .filter(Boolean)
          .join('。')}
        dense
      />
      {!withdrawn && (
        <View className="desk-pad">
          <Button
            small
            kind="secondary"
            label={`${copy.withdraw}：${employer}`}
            onPress={() => setAsking(true)}
          >
            {copy.withdraw}
          </Button>
        </View>
      )}
      <Sheet open={asking} title={copy.withdrawTitle} onClose={() => setAsking(false)}>
        <View className="desk-sheet">
          <View>{copy.withdrawLine}</View>
          <TextField
            label={copy.whyField}
            value={reason}
            maxLength={300}
            error={empty ? copy.whyEmpty : undefined}
            onChange={setReason}
          />
          <Problem error={error} />
          <Button block onPress={withdraw}>
            {copy.yes}
          </Button>
          <Button block kind="secondary" onPress={() => setAsking(false)}>
            {copy.no}
          </Button>
        </View>
      </Sheet>
    </View>
  );
}
