import { View } from '@tarojs/components';
import { useState } from 'react';
import { wipeAnswers } from '@/client/answers';
import { type CallError, call } from '@/client/call';
// they hear that the account is forgotten
import '@/client/locker';
import '@/client/saved-jobs';
import { forgetAccount } from '@/client/owner';
import { routes } from '@/client/routes';
import { signedOut } from '@/client/session';
import { Button, Card, Confirm, Empty, Problem } from '@/ui';
import { copy } from './copy';

/** First what goes and what the law keeps, then once more whether it is really wanted. */
export function Leave({ onGone }: { onGone: (kept: readonly string[]) => void }) {
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const leave = () => {
    setAsking(false);
    setError(null);
    call('privacy.delete_account', { sure: true }, { once: true }).then(({ kept }) => {
      onGone(kept);
      wipeAnswers();
      forgetAccount();
      signedOut();
    }, setError);
  };
  return (
    <Card title={copy.leave.title} pad>
      <View className="data-text">{copy.leave.line}</View>
      <View className="data-text">{copy.leave.keep}</View>
      <Problem error={error} />
      <Button kind="secondary" block onPress={() => setAsking(true)}>
        {copy.leave.button}
      </Button>
      <Confirm
        open={asking}
        title={copy.leave.sure}
        line={copy.leave.sureLine}
        yes={copy.leave.yes}
        onNo={() => setAsking(false)}
        onYes={leave}
      />
    </Card>
  );
}

export function Gone({ kept }: { kept: readonly string[] }) {
  return (
    <>
      <Empty icon="status-ok" title={copy.leave.done} line={copy.leave.doneLine} />
      <Card pad>
        {kept.map((line) => (
          <View key={line} className="data-text">
            {line}
          </View>
        ))}
      </Card>
      <Button to={routes.home()} block>
        {copy.leave.home}
      </Button>
    </>
  );
}
