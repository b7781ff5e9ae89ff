import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { today } from '@/client/clock';
import type { Staff } from '@/client/village';
import { Empty, ErrorState, Notice, Page, Problem, Skeleton } from '@/ui';
import { DeskHead } from '../parts/head';
import { StaffGate } from '../parts/staff-gate';
import { copy } from './copy';
import { Enter } from './enter';
import { People } from './people';
import { PlaceChoice } from './place-choice';
import { Rule } from './rule';
import { type Place, useVillage } from './use-village';
import { Waiting } from './waiting';
import { Workshops } from './workshops';
import './index.scss';

/** Who lives here, who was seen this month, and by when the others have to be. Works in a village without a signal. */
export default function Residents() {
  return (
    <Page title={copy.title} wide={<DeskHead title={copy.title} />}>
      <StaffGate why={copy.why}>{(staff, account) => <List staff={staff} account={account} />}</StaffGate>
    </Page>
  );
}

const HERE: Place = { month: '', town: '', village: '' };

function List({ staff, account }: { staff: Staff; account: string }) {
  const [place, setPlace] = useState(HERE);
  const { view, keptAt, error, reload } = useVillage(place, staff, account);
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));
  if (!view)
    return error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={8} />;
  const chosen = staff.village ?? place.village;
  return (
    <>
      {keptAt !== null && error ? (
        <Notice tone="ask" icon="clock" inset live>
          {copy.offline(keptAt)}
        </Notice>
      ) : (
        <Problem error={error} />
      )}
      <View className="desk-village">
        <View className="desk-village__side">
          <Waiting />
          <Rule rule={view.rule} role={staff.role} today={today()} />
          <PlaceChoice view={view} staff={staff} place={place} onChange={setPlace} />
        </View>
        <View className="desk-village__people">
          {chosen || view.residents.length > 0 ? (
            <People residents={view.residents} />
          ) : (
            <Empty icon="village" title={copy.choose} line={copy.chooseLine} />
          )}
        </View>
        <View className="desk-village__more">
          {staff.role === 'town' && place.village && (
            <Enter month={view.month} village={place.village} onDone={() => void reload()} />
          )}
          <Workshops workshops={view.workshops} rule={view.rule} />
        </View>
      </View>
    </>
  );
}
