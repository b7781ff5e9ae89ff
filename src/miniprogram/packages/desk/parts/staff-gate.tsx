import type { ReactNode } from 'react';
import { useMe } from '@/client/me';
import { type Staff, villageOnPhone } from '@/client/village';
import { PersonGate } from '@/ui';

interface StaffGateProps {
  why: string;
  children: (staff: Staff, account: string) => ReactNode;
}

/**
 * For pages that work in a village without a signal: the server cannot say who this is there. Whoever's list lies on this
 * phone is taken for it until it can; nothing else can be seen or sent meanwhile.
 */
export function StaffGate({ why, children }: StaffGateProps) {
  const { signed, me, error } = useMe();
  const kept = signed && !me && error ? villageOnPhone() : null;
  if (kept) return <>{children(kept.staff, kept.account)}</>;
  return (
    <PersonGate need="staff" why={why}>
      {(known) => known.staff && children(known.staff, known.account)}
    </PersonGate>
  );
}
