import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import type { OwnPostingView } from '@/contract/postings';
import { Button, Problem, Sheet, TextField } from '@/ui';
import { copy } from './copy';

type Asked = keyof typeof copy.ask;

interface ActsProps {
  view: OwnPostingView;
  onDone: (view: OwnPostingView) => void;
  /** somebody else was faster */
  onStale: () => void;
}

/** What can be done with it now; whatever goes against somebody is done with a reason. */
export function Acts({ view, onDone, onStale }: ActsProps) {
  const { id, version, may } = view.posting;
  const [asking, setAsking] = useState<Asked | null>(null);
  const [reason, setReason] = useState('');
  const [empty, setEmpty] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const doing = (work: Promise<OwnPostingView>) => {
    if (busy) return;
    setBusy(true);
    setError(null);
    work.then(
      (next) => {
        setAsking(null);
        onDone(next);
      },
      (thrown: CallError) => {
        setBusy(false);
        setAsking(null);
        setError(thrown);
        if (thrown.name === 'CaseChanged') onStale();
      },
    );
  };
  const verify = () => doing(call('postings.act', { id, version, action: 'verify' }));
  const withReason = () => {
    const words = reason.trim();
    setEmpty(words === '');
    if (words === '' || asking === null) return;
    if (asking === 'close') doing(call('postings.close', { id, version, reason: words }));
    else if (asking === 'true' || asking === 'untrue')
      doing(call('postings.act', { id, version, action: 'judge', outcome: asking, reason: words }));
    else doing(call('postings.act', { id, version, action: asking, reason: words }));
  };
  const ways: readonly Asked[] = [
    ...(may.includes('judge') ? (['untrue', 'true'] as const) : []),
    ...(['release', 'hold', 'hide', 'close'] as const).filter((way) => may.includes(way)),
  ];
  const [field] = error?.fields ?? [];
  return (
    <View className="desk-sheet">
      {may.includes('verify') && (
        <View className="desk-sheet">
          <View className="desk-quiet">{copy.call}</View>
          <Button block onPress={verify}>
            {copy.act.verify}
          </Button>
        </View>
      )}
      {ways.length > 0 && (
        <View className="desk-offer-ways">
          {ways.map((way) => (
            <Button key={way} block kind="secondary" onPress={() => setAsking(way)}>
              {copy.act[way]}
            </Button>
          ))}
        </View>
      )}
      <Problem error={error} {...(field && { line: field.message })} />
      <Sheet
        open={asking !== null}
        title={asking ? copy.ask[asking].title : ''}
        onClose={() => setAsking(null)}
      >
        <View className="desk-sheet">
          <View>{asking && copy.ask[asking].line}</View>
          <TextField
            label={copy.whyField}
            hint={copy.whyHint}
            value={reason}
            maxLength={300}
            error={empty ? copy.whyEmpty : undefined}
            onChange={setReason}
          />
          <Button block onPress={withReason}>
            {copy.yes}
          </Button>
          <Button block kind="secondary" onPress={() => setAsking(null)}>
            {copy.no}
          </Button>
        </View>
      </Sheet>
    </View>
  );
}
