import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { routes } from '@/client/routes';
import { type Kept, saveFile, savePdf } from '@/client/save-file';
import type { EnrolmentView } from '@/contract/training';
import { Button, Card, Confirm, Problem, Row, StatusTag } from '@/ui';
import { refreshTrainings } from '../parts/use-trainings';
import { enrolmentTag, momentWords, placeText, timesText } from '../parts/words';
import { copy } from './copy';

type Doing = 'confirm' | 'cancel' | 'calendar' | 'certificate';

/** One of mine: how it stands, and what I can do about it. */
export function Enrolment({ of }: { of: EnrolmentView }) {
  const [busy, setBusy] = useState<Doing | null>(null);
  const [sure, setSure] = useState(false);
  const [said, setSaid] = useState('');
  const [error, setError] = useState<CallError | null>(null);
  const { id, session, state, ahead, first, offer_until, attended } = of;
  const doing = (what: Doing, work: () => Promise<string>) => {
    if (busy) return;
    setBusy(what);
    setError(null);
    setSaid('');
    work().then(
      (words) => {
        setBusy(null);
        setSaid(words);
      },
      (thrown: CallError) => {
        setBusy(null);
        // the phone's own refusals have no name of ours
        if ('requestId' in thrown) setError(thrown);
        else setSaid(copy.failed);
        refreshTrainings();
      },
    );
  };
  const told = async (kept: Promise<Kept>) => copy[await kept];
  const step = (what: 'confirm' | 'cancel') =>
    doing(what, async () => {
      await call(`training.${what}`, { id });
      refreshTrainings();
      return '';
    });
  const calendar = async () => {
    const { name, text } = await call('training.calendar', { id });
    return told(saveFile(name, text, 'text/calendar'));
  };
  const certificate = async () => {
    const { name, base64 } = await call('training.certificate', { id });
    return told(savePdf(name, base64));
  };
  const lines = [
    ...(ahead === null ? [] : [copy.ahead(ahead)]),
    ...(first !== null && state === 'waiting' ? [copy.first] : []),
    ...(offer_until === null ? [] : [copy.until(momentWords(offer_until))]),
    ...(attended.length > 0 ? [copy.came(attended.length)] : []),
  ];
  const [field] = error?.fields ?? [];
  const coming = state === 'enrolled' || state === 'confirmed';
  const words = { waiting: copy.leave, offered: copy.decline };
  return (
    <Card>
      <Row
        title={session.title}
        line={timesText(session)}
        trailing={<StatusTag {...enrolmentTag(state)} />}
        to={routes.trainingSession(session.id)}
        stacked
      />
      <View className="training-text">
        <View>{placeText(session)}</View>
        {lines.map((line) => (
          <View key={line}>{line}</View>
        ))}
        <View className="training-text__ways">
          {of.confirm.ok && (
            <Button small onPress={() => step('confirm')}>
              {busy === 'confirm' ? copy.confirming : copy.confirm}
            </Button>
          )}
          {of.certificate !== null && (
            <Button small onPress={() => doing('certificate', certificate)}>
              {busy === 'certificate' ? copy.making : copy.certificate}
            </Button>
          )}
          {coming && of.cancel.ok && (
            <Button small kind="secondary" icon="calendar" onPress={() => doing('calendar', calendar)}>
              {busy === 'calendar' ? copy.making : copy.calendar}
            </Button>
          )}
          {of.cancel.ok && (
            <Button small kind="secondary" onPress={() => setSure(true)}>
              {state === 'waiting' || state === 'offered' ? words[state] : copy.cancel}
            </Button>
          )}
          {(state === 'cancelled' || state === 'expired') && (
            <Button small kind="secondary" to={routes.training({ trade: session.trade })}>
              {copy.others}
            </Button>
          )}
        </View>
        <View className="training-said" aria-live="polite">
          {said}
        </View>
        <Problem error={error} {...(field && { line: field.message })} />
      </View>
      {of.claim !== null && (
        <Row icon="butie" title={copy.claim} line={copy.claimLine} to={routes.service(of.claim)} dense />
      )}
      <Confirm
        open={sure}
        title={copy.cancelTitle}
        line={copy.cancelLine}
        yes={copy.yes}
        no={copy.no}
        onYes={() => {
          setSure(false);
          step('cancel');
        }}
        onNo={() => setSure(false)}
      />
    </Card>
  );
}
