import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { today } from '@/client/clock';
import { useCounty } from '@/client/county';
import { usePack } from '@/client/pack';
import { type ChosenPlace, usePlace } from '@/client/place';
import { routes, useParams } from '@/client/routes';
import { useShare } from '@/client/share';
import { useCall } from '@/client/use-call';
import type { Pack } from '@/domain/eligibility/pack';
import { Button, Card, Empty, PackGate, Page, Row } from '@/ui';
import { Says } from '../parts/says';
import { Chips } from './chips';
import { copy } from './copy';
import { EVERYTHING, filterOf, isTrade, isTrainingKind, type Looking } from './filter';
import { FilterSheet } from './filter-sheet';
import { keepLooking, lastLooking } from './remembered';
import { Sessions } from './sessions';

/** Courses near me: what can be learned, when, and whether there is a seat. */
export default function TrainingList() {
  const { place } = usePlace();
  const { refresh } = usePack();
  const [again, setAgain] = useState(0);
  useShare(copy.title, routes.training());
  usePullDownRefresh(() => {
    setAgain(again + 1);
    void refresh().finally(() => Taro.stopPullDownRefresh());
  });
  return (
    <Page title={copy.title}>
      <Card>
        <Row icon="calendar" title={copy.mine} line={copy.mineLine} to={routes.myTrainings()} dense />
      </Card>
      {place ? (
        <PackGate>
          {(pack) => (
            <>
              <Found key={`${place.unit} ${again}`} place={place} pack={pack} />
              <Says pack={pack} />
            </>
          )}
        </PackGate>
      ) : (
        <Empty icon="location" title={copy.noPlace} line={copy.noPlaceLine}>
          <Button to={routes.choosePlace()} block>
            {copy.choose}
          </Button>
        </Empty>
      )}
      <Card>
        <Row icon="message" title={copy.wish} to={routes.service('training-signup')} dense />
        <Row icon="shield" title={copy.verify} to={routes.certificate()} dense />
        <Row icon="user" title={copy.provider} to={routes.deskTraining()} dense />
      </Card>
    </Page>
  );
}

function Found({ place, pack }: { place: ChosenPlace; pack: Pack }) {
  const { kind, trade } = useParams<'kind' | 'trade'>();
  const [looking, setLooking] = useState<Looking>(() => ({
    ...(kind === undefined && trade === undefined ? lastLooking() : EVERYTHING),
    ...(isTrainingKind(kind) && { kind }),
    ...(isTrade(trade) && { trade }),
  }));
  const [open, setOpen] = useState(false);
  const countyName = useCounty();
  const codeOf = pack.region.units.find(({ id }) => id === place.unit)?.code ?? place.region;
  const where = { unit: codeOf, region: place.region };
  const { data } = useCall('training.sessions', { place: codeOf });
  const change = (next: Looking) => {
    keepLooking(next);
    setLooking(next);
  };
  return (
    <>
      <Chips looking={looking} onChange={change} onMore={() => setOpen(true)} />
      {open && (
        <FilterSheet
          looking={looking}
          place={where}
          names={{ unit: countyName(codeOf), region: pack.region.name }}
          towns={data?.towns ?? []}
          onClose={() => setOpen(false)}
          onTake={(next) => {
            setOpen(false);
            change(next);
          }}
        />
      )}
      <Sessions
        filter={filterOf(looking, where, today())}
        everything={JSON.stringify(looking) === JSON.stringify(EVERYTHING)}
      />
    </>
  );
}
