import type { ReactNode } from 'react';
import { type UsePack, usePack } from '@/client/pack';
import { routes } from '@/client/routes';
import type { Pack } from '@/domain/eligibility/pack';
import { Button } from './button';
import { Empty, ErrorState, Skeleton } from './states';

export interface PackGateProps {
  children: (pack: Pack, use: UsePack) => ReactNode;
}

/** What needs the policies of the chosen place: until they are there, why not and what to do. */
export function PackGate({ children }: PackGateProps) {
  const use = usePack();
  if (use.pack) return <>{children(use.pack, use)}</>;
  if (use.state === 'noplace') {
    return (
      <Empty icon="location" title="先选一下您家在哪个区县" line="各地政策不一样。选了才知道您能享受哪些。">
        <Button to={routes.choosePlace()} block>
          选地方
        </Button>
      </Empty>
    );
  }
  if (use.state === 'error') {
    return <ErrorState error={use.error} onRetry={() => void use.refresh()} keepsAnswers />;
  }
  return <Skeleton lines={6} />;
}
