import { View } from '@tarojs/components';
import { useState } from 'react';
import { useMe } from '@/client/me';
import { back, replace, routes, useParams } from '@/client/routes';
import { useCall } from '@/client/use-call';
import type { OwnPosting } from '@/contract/postings';
import { Button, Empty, ErrorState, Page, PersonGate, Skeleton } from '@/ui';
import { DeskHead } from '../parts/head';
import { NotPoster } from '../parts/posting/not-poster';
import { copy } from './copy';
import { Form, type Poster } from './form';
import './index.scss';

/** A posting being written, or changed: by the desk for its county, by an employer for itself. */
export default function DeskPosting() {
  const { id } = useParams<'id'>();
  const title = id ? copy.change : copy.title;
  return (
    <Page title={title} wide={<DeskHead title={title} />}>
      <PersonGate need="signed" why={copy.why}>
        {() => <Writing id={id} />}
      </PersonGate>
    </Page>
  );
}

function Writing({ id }: { id: string | undefined }) {
  const { me } = useMe();
  const staff = me?.staff ?? null;
  const unit = useCall('postings.mine', {}, me !== null && staff === null);
  const known = useCall('postings.own', { id: id ?? '' }, id !== undefined);
  const [done, setDone] = useState<OwnPosting | null>(null);
  const [round, setRound] = useState(0);
  if (unit.error?.name === 'NotAllowed') return <NotPoster />;
  if (staff?.role === 'village') return <Empty icon="lock" title={copy.readOnly} line={copy.readOnlyLine} />;
  const error = unit.error ?? known.error;
  const ready = me && (staff || unit.data) && (id === undefined || known.data);
  if (!ready)
    return error ? <ErrorState error={error} onRetry={() => void unit.reload()} /> : <Skeleton lines={8} />;
  if (done)
    return (
      <Done
        posting={done}
        anew={id === undefined ? () => setRound(round + 1) : null}
        onAgain={() => setDone(null)}
      />
    );
  const poster: Poster = staff
    ? { unit: false, employer: '', county: staff.county, town: staff.role === 'town' ? staff.town : null }
    : {
        unit: true,
        employer: unit.data?.employer ?? '',
        county: unit.data?.county ?? '',
        town: null,
      };
  return <Form key={round} poster={poster} known={known.data?.posting ?? null} onDone={setDone} />;
}

interface DoneProps {
  posting: OwnPosting;
  /** null: one that was changed */
  anew: (() => void) | null;
  onAgain: () => void;
}

/** Seen by everybody, waiting for the county, or held back with the reason. */
function Done({ posting: { id, state, reason }, anew, onAgain }: DoneProps) {
  const held = state === 'held';
  const title = held ? copy.done.held : state === 'proposed' ? copy.done.proposed : copy.done.open;
  return (
    <Empty icon={held ? 'flag' : 'status-ok'} title={title} line={held ? (reason ?? '') : undefined}>
      {held && <View>{copy.heldLine}</View>}
      {held && (
        <Button block onPress={() => replace(routes.deskPosting(id))}>
          {copy.fix}
        </Button>
      )}
      <Button block kind={held ? 'secondary' : 'primary'} onPress={() => replace(routes.deskOffer(id))}>
        {copy.look}
      </Button>
      {anew && !held && (
        <Button
          block
          kind="secondary"
          onPress={() => {
            anew();
            onAgain();
          }}
        >
          {copy.another}
        </Button>
      )}
      <Button block kind="ghost" onPress={back}>
        {copy.back}
      </Button>
    </Empty>
  );
}
