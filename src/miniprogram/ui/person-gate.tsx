import type { ReactNode } from 'react';
import { endActing, useActing } from '@/client/acting';
import type { CallError } from '@/client/call';
import { useMe } from '@/client/me';
import { routes } from '@/client/routes';
import type { MeView } from '@/contract/session';
import { type MandateService, SERVICE_WORDS } from '@/domain/mandate/services';
import { Button } from './button';
import { Empty, ErrorState, Skeleton } from './states';

export interface PersonGateProps {
  /** signed in; with the identity matched; of an office */
  need: 'signed' | 'bound' | 'staff';
  /** what signing in or matching is good for on this page */
  why: string;
  /** what a helper must be allowed to open it for somebody; without it no helper may */
  acts?: MandateService;
  /** what this phone has kept, where the server cannot be asked who it is */
  kept?: (error: CallError, retry: () => void) => ReactNode;
  children: (me: MeView) => ReactNode;
}

/**
 * What only a known person can open: until then what it is for, and the way there. Everything else works without.
 * What a page holds of a person belongs inside: it goes when the person does.
 */
export function PersonGate({ need, why, acts, kept, children }: PersonGateProps) {
  const { signed, me, error, refresh } = useMe();
  const acting = useActing();
  if (!signed) {
    return (
      <Empty icon="user" title="要先登录" line={why}>
        <Button to={routes.signIn()} block>
          去登录
        </Button>
      </Empty>
    );
  }
  if (acting && acts === undefined) return <NotForHelpers />;
  const retry = () => void refresh();
  if (!me) {
    if (!error) return <Skeleton lines={5} />;
    return kept && !acting ? kept(error, retry) : <ErrorState error={error} onRetry={retry} />;
  }
  if (acting && acts && !acting.services?.includes(acts)) return <NotForHelpers service={acts} />;
  if (need === 'bound' && !me.bound) {
    return (
      <Empty icon="shield" title="还没有核对身份" line={why}>
        <Button to={routes.bind()} block>
          去核对身份
        </Button>
      </Empty>
    );
  }
  if (need === 'staff' && !me.staff) {
    return <Empty icon="lock" title="这里只给工作人员用" line="要办自己的事，请回到首页或“我的”。" />;
  }
  return <>{children(me)}</>;
}

/** Somebody else's business: a helper sees why, and the way back to themselves. */
export function NotForHelpers({ service }: { service?: MandateService }) {
  const line = service
    ? `对方没有让您“${SERVICE_WORDS[service].title}”。要办，请对方重新同意。`
    : '这里只有本人能看能办，代办不行。';
  return (
    <Empty icon="lock" title="代办不能用这一页" line={line}>
      <Button block onPress={endActing}>
        回到我自己
      </Button>
    </Empty>
  );
}
