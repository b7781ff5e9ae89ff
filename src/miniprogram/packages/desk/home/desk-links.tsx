import { useState } from 'react';
import type { MeView } from '@/contract/session';
import { Card, Row } from '@/ui';
import { deskLinks, TITLES } from '../parts/links';
import { copy } from './copy';

/** On a phone: the other pages of the desk, folded over the list. A village worker is here for the visits. */
export function DeskLinks({ staff }: { staff: NonNullable<MeView['staff']> }) {
  const [open, setOpen] = useState(staff.role === 'village');
  const links = deskLinks(staff).filter(({ title }) => title !== TITLES.desk);
  return (
    <Card className="desk-links">
      <Row
        icon="village"
        title={copy.pages}
        line={open ? staff.office : links.map(({ word }) => word).join('、')}
        expanded={open}
        onPress={() => setOpen(!open)}
        dense
      />
      {open && links.map(({ word, to, icon }) => <Row key={to} icon={icon} title={word} to={to} dense />)}
    </Card>
  );
}
