import type { ReactNode } from 'react';
import { useMe } from '@/client/me';
import { routes } from '@/client/routes';
import type { MeView } from '@/contract/session';
import { Button } from './button';
import { Empty, ErrorState, Skeleton } from './states';

export interface PersonGateProps {
  /** signed in; with the identity matched; of an office */
  need: 'signed' | 'bound' | 'staff';
  /** what signing in or matching is good for on this page */
  why: string;
  children: (me: MeView) => ReactNode;
}

/** What only a known person can open: until then what it is for, and the way there. Everything else works without. */
export function PersonGate({ need, why, children }: PersonGateProps) {
  const { signed, me, error, refresh } = useMe();
  if (!signed) {
    return (
      <Empty icon="user" title="要先登录" line={why}>
        <Button to={routes.signIn()} block>
          去登录
        </Button>
      </Empty>
    );
  }
  if (!me)
    return error ? <ErrorState error={error} onRetry={() => void refresh()} /> : <Skeleton lines={5} />;
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
