import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { casePapers } from '@/client/case-papers';
import { useMe } from '@/client/me';
import { routes, useParams } from '@/client/routes';
import { personGeneration } from '@/client/session';
import { useCall } from '@/client/use-call';
import type { CaseView } from '@/contract/cases';
import { Button, ErrorState, Page, PersonGate, PhoneLink, Skeleton } from '@/ui';
import { BundleSteps } from '../parts/bundle';
import { Asked, CaseBody, Decided, Doubted } from '../parts/case-body';
import { CaseHead } from '../parts/case-head';
import { Handover } from '../parts/handover';
import { Keep } from '../parts/keep';
import { WageStage } from '../parts/wage';
import { copy, type Deed } from './copy';
import { DeedSheet } from './deed-sheet';
import { Deeds } from './deeds';
import { OnTheWay } from './on-the-way';
import { TellSheet } from './tell-sheet';

/** One case: where it stands, what is to be done, what happened, who has it. */
export default function CasePage() {
  const { id = '' } = useParams<'id'>();
  useMe();
  // what was written for one person is not there for the next
  return <Opened key={`${id} ${personGeneration()}`} id={id} />;
}

function Opened({ id }: { id: string }) {
  const { signed } = useMe();
  const { data, error, reload } = useCall('cases.show', { id }, signed);
  const [deed, setDeed] = useState<Deed | null>(null);
  useDidShow(() => {
    if (signed) void reload();
  });
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));
  return (
    <Page
      title={data?.title ?? copy.title}
      top={data && <CaseHead view={data} />}
      bar={data && <Actions view={data} onDeed={setDeed} />}
    >
      <PersonGate need="signed" acts="apply" why={copy.why}>
        {() =>
          data ? (
            <>
              <OnTheWay id={id} onDelivered={() => void reload()} />
              <Doubted view={data} />
              <Asked view={data}>
                <Button icon="camera" block to={routes.supplement(id)}>
                  {data.asked?.evidence.length ? copy.supply : copy.supplyText}
                </Button>
              </Asked>
              <WageStage view={data} />
              <Handover view={data} />
              <BundleSteps view={data} />
              <Decided view={data} />
              <CaseBody view={data} />
              <Deeds view={data} onDeed={setDeed} />
              <Keep id={id} title={data.title} due={data.due} papers={casePapers(data)} />
              {deed === 'tell' && <TellSheet view={data} onClose={() => setDeed(null)} reload={reload} />}
              <DeedSheet view={data} deed={deed} onClose={() => setDeed(null)} reload={reload} />
            </>
          ) : error ? (
            <ErrorState error={error} onRetry={() => void reload()} />
          ) : (
            <Skeleton lines={8} />
          )
        }
      </PersonGate>
    </Page>
  );
}

interface ActionsProps {
  view: CaseView;
  onDeed: (deed: Deed) => void;
}

/** The one thing that is likely wanted now, beside whom to ask. */
function Actions({ view: { office, employer, words, can, state }, onDeed }: ActionsProps) {
  // a step whose turn has not come may be told of, but is not asked for
  const deeds = (['did', 'ask_review', 'rate', 'withdraw'] as const).slice(state === 'waiting' ? 1 : 0);
  const likely = deeds.find((deed) => can[deed]?.ok);
  const own = employer?.phone && words?.who;
  const number = (employer ? employer.phone : office.phone) ?? '12333';
  return (
    <>
      <PhoneLink number={number}>{own ? own.ask : employer ? copy.askAt(number) : copy.ask}</PhoneLink>
      {likely && (
        <Button
          kind={likely === 'withdraw' ? 'secondary' : 'primary'}
          block={likely !== 'withdraw'}
          onPress={() => onDeed(likely)}
        >
          {copy.deed[likely]}
        </Button>
      )}
    </>
  );
}
