import { View } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { useOutbox } from '@/client/outbox';
import { useParams } from '@/client/routes';
import { villageOnPhone } from '@/client/village';
import { Page } from '@/ui';
import { DeskHead } from '../parts/head';
import { StaffGate } from '../parts/staff-gate';
import { AskWho } from './ask-who';
import { copy } from './copy';
import { type About, draftOf } from './draft';
import { VisitForm } from './form';
import './index.scss';

/** One visit: whom, how it was, what is wanted. Written without a signal, sent later. */
export default function VisitPage() {
  const params = useParams<'person' | 'code' | 'kind' | 'name' | 'again'>();
  const title = params.kind === 'workshop' ? copy.workshopTitle : copy.title;
  return (
    <Page title={title} wide={<DeskHead title={title} />}>
      <View className="desk-narrow desk-sheet">
        <StaffGate why={copy.why}>{() => <Visit {...params} />}</StaffGate>
      </View>
    </Page>
  );
}

type Params = Partial<Record<'person' | 'code' | 'kind' | 'name' | 'again', string>>;

function Visit({ person, code, kind, name, again }: Params) {
  const [scanned, setScanned] = useState<string | null>(code ?? null);
  const sent = useOutbox().find(({ id }) => id === again)?.input;
  // what was refused stays as it was, also while it is sent again
  const [refused] = useState(sent);
  const about = useMemo<About | null>(() => {
    if (refused !== undefined) return aboutOf(refused);
    if (kind === 'workshop') return { kind };
    if (person) return { kind: 'resident', person };
    return scanned === null ? null : { kind: 'resident', code: scanned };
  }, [refused, kind, person, scanned]);
  if (about === null) return <AskWho onCode={setScanned} />;
  const known = villageOnPhone()?.village.residents.find(
    (one) => 'person' in about && one.person === about.person,
  );
  return (
    <VisitForm
      key={keyOf(about, again)}
      about={about}
      name={known?.name ?? null}
      workshop={name ?? ''}
      first={draftOf(refused)}
      onScanned={setScanned}
    />
  );
}

const keyOf = (about: About, again = '') => `${again} ${JSON.stringify(about)}`;

/** Whom a visit was about, as it was sent off. */
function aboutOf(sent: unknown): About {
  const { kind, person, code } = sent as { kind: About['kind']; person?: string; code?: string };
  if (kind === 'workshop') return { kind };
  return { kind: 'resident', ...(person !== undefined ? { person } : { code: code ?? '' }) };
}
