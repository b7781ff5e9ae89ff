import { View } from '@tarojs/components';
import { useState } from 'react';
import { useActing } from '@/client/acting';
import { type CallError, call } from '@/client/call';
import { routes } from '@/client/routes';
import { canScan, scan } from '@/client/scan';
import type { GatheringView, HandView } from '@/contract/hands';
import { CAME_HOW } from '@/domain/hands';
import { Button, Card, Confirm, Field, PhoneLink, Problem, StatusTag } from '@/ui';
import { agreeingTag, momentWords } from '../parts/words';
import { copy } from './copy';

interface MyPlaceProps {
  of: GatheringView;
  mine: HandView;
  /** read from the code on the organiser's phone */
  code: string | undefined;
  onDone: () => void;
}

/** How it stands with mine: waiting, checking in, the wage, giving it back. */
export function MyPlace({ of, mine, code, onDone }: MyPlaceProps) {
  const acting = useActing();
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const leave = () => {
    setSure(false);
    if (busy) return;
    setBusy(true);
    setError(null);
    call('hands.leave', { id: mine.id }).then(
      () => {
        setBusy(false);
        onDone();
      },
      (thrown: CallError) => {
        setBusy(false);
        setError(thrown);
      },
    );
  };
  const seated = mine.state === 'joined' || mine.state === 'came';
  const said =
    mine.state === 'came' && mine.came_at
      ? copy.came(momentWords(mine.came_at), mine.came_how && CAME_HOW[mine.came_how])
      : mine.state === 'waiting'
        ? copy.ahead(mine.ahead ?? 0)
        : copy.joined;
  const [field] = error?.fields ?? [];
  return (
    <>
      <Card pad>
        {of.state === 'open' && !of.standing && <View>{said}</View>}
        {of.state === 'open' && mine.state === 'came' && mine.came_how === 'list' && (
          <View className="hands-quiet">{copy.ticked[mine.leave.ok ? 'before' : 'after']}</View>
        )}
        <View className="hands-ways">
          {of.phone && <PhoneLink number={of.phone}>{copy.call}</PhoneLink>}
          {mine.leave.ok && (
            <Button small kind="secondary" onPress={() => setSure(true)}>
              {copy.leave}
            </Button>
          )}
        </View>
        <Problem error={error} {...(field && { line: field.message })} />
      </Card>
      {!acting && mine.state === 'joined' && mine.come.ok && (
        <Here id={mine.id} first={code ?? ''} onDone={onDone} />
      )}
      {!acting && (mine.state === 'came' || (seated && of.state === 'open')) && (
        <Card title={copy.wage} pad>
          <View className="hands-stack">
            <StatusTag {...agreeingTag(mine, 'worker')} />
            <View className="hands-quiet">{copy.wageLine}</View>
            <Button block kind="secondary" icon="document" to={routes.agreement(mine.id)}>
              {copy.wageOpen}
            </Button>
          </View>
        </Card>
      )}
      <Confirm
        open={sure}
        title={copy.leaveTitle}
        line={copy.leaveLine}
        yes={copy.yes}
        no={copy.no}
        onYes={leave}
        onNo={() => setSure(false)}
      />
    </>
  );
}

/** The six digits: typed, or scanned from the organiser's phone. */
function Here({ id, first, onDone }: { id: string; first: string; onDone: () => void }) {
  const [code, setCode] = useState(first);
  const [empty, setEmpty] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const check = (typed: string) => {
    setEmpty(typed.trim() === '');
    if (busy || typed.trim() === '') return;
    setBusy(true);
    setError(null);
    call('hands.here', { id, code: typed }).then(onDone, (thrown: CallError) => {
      setBusy(false);
      setError(thrown);
    });
  };
  const read = () =>
    void scan().then((text) => {
      const found = text && (/[?&]code=(\d{6})/.exec(text)?.[1] ?? /^\d{6}$/.exec(text)?.[0]);
      if (!found) return;
      setCode(found);
      check(found);
    });
  const [field] = error?.fields ?? [];
  return (
    <Card title={copy.here} pad>
      <View className="hands-stack">
        <Field
          label={copy.code}
          hint={copy.hereLine}
          kind="number"
          value={code}
          maxLength={6}
          error={empty ? copy.codeEmpty : field?.message}
          onChange={(next) => {
            setError(null);
            setCode(next);
          }}
          onSubmit={() => check(code)}
        />
        {error && !field && <Problem error={error} />}
        <Button block onPress={() => check(code)}>
          {copy.check}
        </Button>
        {canScan && (
          <Button block kind="secondary" icon="qr" onPress={read}>
            {copy.scan}
          </Button>
        )}
        <Button block kind="secondary" icon="qr" to={routes.code()}>
          {copy.myCode}
        </Button>
      </View>
    </Card>
  );
}
