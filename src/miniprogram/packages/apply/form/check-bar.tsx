import { useMe } from '@/client/me';
import { routes } from '@/client/routes';
import type { Service } from '@/domain/cases';
import { Button } from '@/ui';
import { copy } from './copy';

interface CheckBarProps {
  service: Service;
  named: boolean | null;
  busy: boolean;
  onBack: () => void;
  onSend: () => void;
}

/** The last tap; before it, whatever is still missing to be somebody here. What was filled in stays. */
export function CheckBar({ service, named, busy, onBack, onSend }: CheckBarProps) {
  const { signed, me } = useMe();
  const { back, check } = copy;
  const nameless = service.applicant === 'anyone' && named !== true;
  return (
    <>
      <Button kind="secondary" onPress={onBack}>
        {back}
      </Button>
      {!signed && !nameless ? (
        <Button block to={routes.signIn()}>
          {check.signIn}
        </Button>
      ) : service.applicant === 'bound' && me && !me.bound ? (
        <Button block to={routes.bind()}>
          {check.bind}
        </Button>
      ) : (
        <Button block onPress={onSend}>
          {busy ? check.sending : check.submit}
        </Button>
      )}
    </>
  );
}
