import { type ReactNode, useRef } from 'react';
import { useMe } from '@/client/me';
import { type KeptVillage, type Staff, villageOnPhone } from '@/client/village';
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
  // what began with the list goes on with it when the signal comes back: nothing written is drawn anew
  const began = useRef<KeptVillage | null>(null);
  if (signed && !me && error) began.current ??= villageOnPhone();
  const kept = signed ? began.current : null;
  if (kept && (!me || (me.staff && me.account === kept.account)))
    return <>{children(me?.staff ?? kept.staff, kept.account)}</>;
  return (
    <PersonGate need="staff" why={why}>
      {(known) => known.staff && children(known.staff, known.account)}
    </PersonGate>
  );
}
