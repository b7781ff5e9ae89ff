import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { useMe } from '@/client/me';
import { mayShow } from '@/client/my-code';
import { routes } from '@/client/routes';
import { signedOut } from '@/client/session';
import type { MeView } from '@/contract/session';
import { Button, Card, Confirm, Problem, Row, StatusTag } from '@/ui';
import { copy } from './copy';

/** Who I am here, my code, where I am signed in; what an office's people need besides. */
export function MyAccount() {
  const { signed, me, error, refresh } = useMe();
  if (!signed) return <SignedOut />;
  return (
    <>
      <Card>
        <View className="me-who">
          <View className="me-who__words">
            <View className="me-who__name">{nameOf(me)}</View>
            {me?.name && me.phone && <View className="me-who__phone">{me.phone}</View>}
          </View>
          {me?.bound && <StatusTag status="eligible" word={copy.account.bound} />}
        </View>
        {!me && error && (
          <View className="me__wipe">
            <Problem error={error} />
            <Button kind="secondary" small block onPress={() => void refresh()}>
              {copy.account.retry}
            </Button>
          </View>
        )}
        {me && !me.bound && !me.acting && (
          <Row icon="user" title={copy.account.bind} line={copy.account.bindLine} to={routes.bind()} dense />
        )}
        {(me === null || mayShow(me)) && <Row icon="qr" title={copy.account.code} to={routes.code()} dense />}
        <Row icon="lock" title={copy.account.devices} to={routes.devices()} dense />
        <Row icon="shield" title={copy.account.verify} to={routes.verify()} dense />
        <SignOut />
      </Card>
      {me?.staff && (
        <Card title={copy.account.desk(me.staff.office)}>
          <Row
            icon="tasks"
            title={copy.account.deskHome}
            line={copy.account.deskHomeLine}
            to={routes.desk()}
            dense
          />
          <Row icon="village" title={copy.account.deskResidents} to={routes.deskResidents()} dense />
          <Row icon="user" title={copy.account.deskConfirm} to={routes.deskConfirm()} dense />
          <Row icon="message" title={copy.account.deskRequests} to={routes.deskRequests()} dense />
        </Card>
      )}
    </>
  );
}

const nameOf = (me: MeView | null): string => me?.name ?? me?.phone ?? copy.account.signed;

function SignedOut() {
  return (
    <Card>
      <View className="me-out">
        <View>{copy.account.outLine}</View>
        <Button to={routes.signIn()} block>
          {copy.account.signIn}
        </Button>
      </View>
      <Row icon="shield" title={copy.account.verify} to={routes.verify()} dense />
    </Card>
  );
}

function SignOut() {
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const leave = () => {
    setAsking(false);
    // without a network it ends on this phone; on the server it runs out by itself
    call('session.end', { session: 'this' }, { once: true }).then(signedOut, (thrown: CallError) =>
      thrown.name === 'NetworkError' || thrown.name === 'Timeout' ? signedOut() : setError(thrown),
    );
  };
  return (
    <View className="me__wipe">
      <Problem error={error} />
      <Button kind="secondary" small block onPress={() => setAsking(true)}>
        {copy.account.signOut}
      </Button>
      <Confirm
        open={asking}
        title={copy.account.signOutTitle}
        line={copy.account.signOutLine}
        yes={copy.account.signOut}
        onNo={() => setAsking(false)}
        onYes={leave}
      />
    </View>
  );
}
