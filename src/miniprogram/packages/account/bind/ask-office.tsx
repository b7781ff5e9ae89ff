import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { usePlace } from '@/client/place';
import { useRegions } from '@/client/regions';
import { routes } from '@/client/routes';
import { Button, Card, Empty, Problem, Row, StepHead, TextField } from '@/ui';
import { copy } from './copy';

/** "Not in the register", or nobody near who can scan: the office looks and answers. */
export function AskOffice({ onDone }: { onDone: () => void }) {
  const [note, setNote] = useState('');
  const [sent, setSent] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const [noPlace, setNoPlace] = useState(false);
  const { place } = usePlace();
  const { units } = useRegions();
  const unit = units?.find(({ id }) => id === place?.unit);
  const county = unit?.code ?? null;
  const send = () => {
    setError(null);
    setNoPlace(county === null);
    if (county === null) return;
    const said = note.trim();
    call('identity.request_verification', { county, ...(said && { note: said }) }, { once: true }).then(
      () => setSent(true),
      setError,
    );
  };
  if (sent) {
    return (
      <Empty icon="status-ok" title={copy.ask.sent} line={copy.ask.sentLine}>
        <Button to={routes.requests()} block>
          {copy.ask.see}
        </Button>
      </Empty>
    );
  }
  return (
    <>
      <StepHead title={copy.ask.title} line={copy.ask.line} />
      <Card>
        <Row
          icon="location"
          title={copy.ask.where}
          line={unit?.name ?? copy.ask.noPlace}
          to={routes.choosePlace()}
        />
      </Card>
      {noPlace && <View className="bind-remind">{copy.ask.pickPlace}</View>}
      <TextField label={copy.ask.note} hint={copy.ask.noteHint} value={note} onChange={setNote} />
      <Problem error={error} />
      <View className="bind-actions">
        <Button block onPress={send}>
          {copy.ask.send}
        </Button>
        <Button kind="secondary" block onPress={onDone}>
          {copy.ask.cancel}
        </Button>
      </View>
    </>
  );
}
