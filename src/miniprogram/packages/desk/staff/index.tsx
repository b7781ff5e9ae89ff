import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { useCall } from '@/client/use-call';
import type { OutputOf } from '@/contract/api';
import { STAFF_ROLES } from '@/domain/staff';
import {
  Button,
  Card,
  Confirm,
  Empty,
  ErrorState,
  Notice,
  Page,
  PersonGate,
  Problem,
  Section,
  Skeleton,
} from '@/ui';
// not through the index: only subpackages have tables, and the main package has to stay small
import { type Column, Table } from '@/ui/table';
import { DeskHead } from '../parts/head';
import { copy } from './copy';
import { begun, GiveRole } from './give';
import { EMPTY_ROLE, type RoleDraft } from './role-draft';
import './index.scss';

type Officer = OutputOf<'staff.list'>[number];

/** Who works for the county: the administrator gives a role until a day, and ends it. */
export default function DeskStaff() {
  return (
    <Page title={copy.title} wide={<DeskHead title={copy.title} />}>
      <PersonGate need="staff" why={copy.why}>
        {({ staff }) =>
          staff?.role === 'admin' ? (
            <Officers />
          ) : (
            <Empty icon="lock" title={copy.notAdmin} line={copy.notAdminLine} />
          )
        }
      </PersonGate>
    </Page>
  );
}

function Officers() {
  const { data, error, reload } = useCall('staff.list', {});
  const [giving, setGiving] = useState<RoleDraft | null>(null);
  const [done, setDone] = useState('');
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));
  if (giving) {
    return (
      <GiveRole
        first={giving}
        onBack={() => setGiving(null)}
        onGiven={(name) => {
          setGiving(null);
          setDone(copy.givenNow(name));
          void reload();
        }}
      />
    );
  }
  if (!data)
    return error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={6} />;
  const now = data.filter(({ ended }) => !ended);
  const past = data.filter(({ ended }) => ended);
  const change = (officer: Officer) => setGiving(draftOf(officer));
  const ended = (name: string) => {
    setDone(copy.endedNow(name));
    void reload();
  };
  return (
    <>
      {done && (
        <Notice tone="ok" icon="status-ok" inset live>
          {done}
        </Notice>
      )}
      <Problem error={error} />
      <View className="desk-staff__give">
        <Button block onPress={() => setGiving(begun.get())}>
          {copy.give}
        </Button>
      </View>
      {now.length === 0 && <Empty icon="family" title={copy.none} />}
      {now.length > 0 && (
        <Section title={copy.current(now.length)}>
          <Card>
            <OfficerTable officers={now} onChange={change} onEnded={ended} />
          </Card>
        </Section>
      )}
      {past.length > 0 && (
        <Section title={copy.ended(past.length)}>
          <Card>
            <OfficerTable officers={past} onChange={change} onEnded={null} />
          </Card>
        </Section>
      )}
    </>
  );
}

/** The same again, to be changed; the identity number is never shown, and stays as it is when left empty. */
const draftOf = ({ phone, name, office, role, town, village, services, until }: Officer): RoleDraft => ({
  ...EMPTY_ROLE,
  phone: phone ?? '',
  name,
  office,
  role,
  town: town ?? '',
  village: village ?? '',
  services: services ?? [],
  until,
});

interface OfficerTableProps {
  officers: readonly Officer[];
  onChange: (officer: Officer) => void;
  /** null: it is over already */
  onEnded: ((name: string) => void) | null;
}

function OfficerTable({ officers, onChange, onEnded }: OfficerTableProps) {
  const { name, role, place, office, phone, until, act } = copy.columns;
  const columns: readonly Column<Officer>[] = [
    { key: 'name', title: name, cell: (one) => one.name },
    { key: 'role', title: role, cell: (one) => STAFF_ROLES[one.role].title },
    { key: 'place', title: place, cell: placeOf },
    { key: 'office', title: office, cell: (one) => one.office },
    { key: 'phone', title: phone, cell: (one) => one.phone ?? copy.noPhone },
    { key: 'until', title: until, cell: (one) => copy.until(one.until) },
    {
      key: 'act',
      title: act,
      ways: true,
      cell: (one) =>
        one.self ? copy.self : <Ways officer={one} onChange={() => onChange(one)} onEnded={onEnded} />,
    },
  ];
  return <Table label={copy.title} columns={columns} rows={officers} keyOf={({ id }) => id} />;
}

const placeOf = ({ town, village, services }: Officer): string =>
  [town, village].filter(Boolean).join(' ') ||
  (services ? copy.someServices(services.length) : copy.wholeCounty);

interface WaysProps {
  officer: Officer;
  onChange: () => void;
  onEnded: OfficerTableProps['onEnded'];
}

function Ways({ officer: { id, name }, onChange, onEnded }: WaysProps) {
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const end = () => {
    setAsking(false);
    setError(null);
    call('staff.end', { id }, { once: true }).then(() => onEnded?.(name), setError);
  };
  return (
    <View className="desk-staff__ways">
      <Button kind="ghost" small label={`${copy.change}：${name}`} onPress={onChange}>
        {copy.change}
      </Button>
      {onEnded && (
        <Button kind="ghost" small label={copy.endLabel(name)} onPress={() => setAsking(true)}>
          {copy.end}
        </Button>
      )}
      <Problem error={error} />
      <Confirm
        open={asking}
        title={copy.endTitle(name)}
        line={copy.endLine}
        yes={copy.endYes}
        onYes={end}
        onNo={() => setAsking(false)}
      />
    </View>
  );
}
