import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { beginForm } from '@/client/form';
import { go, routes } from '@/client/routes';
import { savePdf } from '@/client/save-file';
import { useService } from '@/client/services';
import type { AgreementView } from '@/contract/hands';
import { mayHaveWorked } from '@/domain/hands';
import { Button, Card, Problem } from '@/ui';
import { copy } from './copy';
import { answersOf, keepRecord, useIsKept } from './keep';

/** Kept as a proof, printed; and where it was not paid, the complaint with everything filled in. */
export function KeepIt({ of }: { of: AgreementView }) {
  const kept = useIsKept(of);
  const worked = mayHaveWorked(of.attendance);
  const { service } = useService('wage-complaint');
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [error, setError] = useState<CallError | null>(null);
  const doing = async (work: () => Promise<string>) => {
    if (busy) return;
    setBusy(true);
    setError(null);
    setSaid('');
    try {
      setSaid(await work());
    } catch (thrown) {
      // the phone's own refusals have no name of ours
      if (thrown !== null && typeof thrown === 'object' && 'requestId' in thrown)
        setError(thrown as CallError);
      else setSaid(copy.failed);
    }
    setBusy(false);
  };
  const keep = () => doing(async () => (await keepRecord(of)) ?? '');
  const print = () =>
    doing(async () => {
      const { name, base64 } = await call('hands.paper', { id: of.id });
      await savePdf(name, base64);
      return '';
    });
  const claim = () =>
    doing(async () => {
      if (!kept) await keepRecord(of);
      // without the service's file the form itself says why it cannot begin
      if (service) beginForm(service, answersOf(of, service));
      go(routes.apply('wage-complaint'));
      return '';
    });
  return (
    <Card pad>
      <View className="hands-stack">
        {kept ? (
          <View>{worked ? copy.kept : copy.keptPaper}</View>
        ) : (
          <Button block icon="lock" onPress={() => void keep()}>
            {busy ? copy.keeping : worked ? copy.keep : copy.keepPaper}
          </Button>
        )}
        <Button block kind="secondary" icon="document" onPress={() => void print()}>
          {copy.pdf}
        </Button>
        {of.side === 'worker' && worked && (
          <>
            <Button block kind="secondary" icon="taoxin" onPress={() => void claim()}>
              {copy.unpaid}
            </Button>
            <View className="hands-quiet">{copy.unpaidLine}</View>
          </>
        )}
        <View className="hands-said" aria-live="polite">
          {said}
        </View>
        <Problem error={error} />
      </View>
    </Card>
  );
}
