import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { today } from '@/client/clock';
import { routes } from '@/client/routes';
import type { OwnPosting } from '@/contract/postings';
import { Button, Card, Confirm, monthDayText, Problem, Row, StatusTag } from '@/ui';
import { countsOf, placeOf, stateOf } from '../../desk/parts/posting/words';
import { payText } from '../../jobs/parts/words';
import { copy } from './copy';

interface OwnProps {
  posting: OwnPosting;
  onDone: (said: string) => void;
}

/** One posting, how it stands, and what to do next. */
export function Own({ posting, onDone }: OwnProps) {
  const { id, version, title, pay, may, applied, waiting, reason, open_until } = posting;
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const { status, word } = stateOf(posting, today());
  const over = status === 'expired';
  const close = () =>
    call('postings.close', { id, version }).then(
      () => onDone(copy.closed),
      (thrown: CallError) => {
        setAsking(false);
        setError(thrown);
      },
    );
  const [field] = error?.fields ?? [];
  return (
    <Card>
      <Row
        title={title}
        line={[payText(pay), placeOf(posting), copy.until(monthDayText(open_until))].join('，')}
        trailing={<StatusTag status={status} word={word} />}
        to={routes.deskOffer(id)}
        stacked
      />
      <View className="employer-pad">
        <View>{countsOf(posting)}</View>
        {reason && <View>{copy.reason(reason)}</View>}
        <View className="employer-ways">
          {applied > 0 && (
            <Button small kind={waiting > 0 ? 'primary' : 'secondary'} to={routes.applicants(id)}>
              {copy.people(waiting)}
            </Button>
          )}
          {may.includes('change') && (
            <Button
              small
              kind="secondary"
              label={`${over ? copy.again : copy.change}：${title}`}
              to={routes.deskPosting(id)}
            >
              {over ? copy.again : copy.change}
            </Button>
          )}
          {may.includes('close') && (
            <Button small kind="secondary" label={`${copy.close}：${title}`} onPress={() => setAsking(true)}>
              {copy.close}
            </Button>
          )}
        </View>
        <Problem error={error} {...(field && { line: field.message })} />
      </View>
      <Confirm
        open={asking}
        title={copy.closeTitle}
        line={copy.closeLine}
        yes={copy.yes}
        no={copy.no}
        onYes={() => void close()}
        onNo={() => setAsking(false)}
      />
    </Card>
  );
}
