import type { ReactNode } from 'react';
import { useActing } from '@/client/acting';
import { usePack } from '@/client/pack';
import { routes } from '@/client/routes';
import { useService } from '@/client/services';
import type { Service } from '@/domain/cases';
import type { Pack } from '@/domain/eligibility';
import { Button, Empty, ErrorState, NotForHelpers, PackGate, Skeleton } from '@/ui';
import { copy } from './copy';

interface ServiceGateProps {
  id: string;
  /** what is drawn around the states before it is there */
  frame: (inside: ReactNode) => ReactNode;
  children: (service: Service, pack: Pack) => ReactNode;
}

/** One service of the chosen place, with its policies: until both are there, why not and what to do. */
export function ServiceGate({ id, frame, children }: ServiceGateProps) {
  const { service, state, error, refresh } = useService(id);
  const { pack } = usePack();
  const acting = useActing();
  if (acting?.services && !acting.services.includes('apply'))
    return <>{frame(<NotForHelpers service="apply" />)}</>;
  if (!pack) return <>{frame(<PackGate>{() => null}</PackGate>)}</>;
  if (service) return <>{children(service, pack)}</>;
  if (state === 'error')
    return <>{frame(<ErrorState error={error} onRetry={() => void refresh()} keepsAnswers />)}</>;
  if (state !== 'ready') return <>{frame(<Skeleton lines={6} />)}</>;
  return (
    <>
      {frame(
        <Empty icon="status-none" title={copy.gone.title} line={copy.gone.line}>
          <Button to={routes.services()} block>
            {copy.gone.button}
          </Button>
        </Empty>,
      )}
    </>
  );
}
