import { View } from '@tarojs/components';
import { useState } from 'react';
import { choosePlace, usePlace } from '@/client/place';
import { useRegions } from '@/client/regions';
import { back } from '@/client/routes';
import { useShare } from '@/client/share';
import type { UnitChoice } from '@/domain/eligibility/pack';
import {
  Card,
  Empty,
  ErrorState,
  Heading,
  Notice,
  Page,
  PhoneLink,
  Row,
  SearchField,
  Section,
  Skeleton,
} from '@/ui';
import { copy, unitLine } from './copy';
import { groups } from './match';
import './index.scss';

export default function ChoosePlace() {
  const [typed, setTyped] = useState('');
  const { place, note } = usePlace();
  const { units, error, refresh } = useRegions();
  useShare();

  const unitOf = (id: string | undefined) => units?.find((unit) => unit.id === id);
  const choose = (unit: UnitChoice) => {
    const { id, region } = unitOf(unit.now) ?? unit;
    choosePlace({ region, unit: id });
    back();
  };
  const found = units ? groups(units, typed) : [];
  return (
    <Page title={copy.title}>
      {note && (
        <Notice tone="ask" icon="qr" inset live>
          {note}
        </Notice>
      )}
      <View>
        <Heading className="choose__question">{copy.question}</Heading>
        <View className="choose__why">{copy.why}</View>
      </View>
      <SearchField label="搜区县" placeholder={copy.search} value={typed} onChange={setTyped} />
      {!units && error && <ErrorState error={error} onRetry={refresh} keepsAnswers />}
      {!units && !error && <Skeleton lines={8} />}
      {found.map(({ province, units: inProvince }) => (
        <Section key={province} title={province}>
          <Card>
            {inProvince.map((unit) => (
              <Row
                key={unit.id}
                title={unit.name}
                line={unitLine(unit, unitOf(unit.now))}
                note={unit.id === place?.unit ? copy.chosen : undefined}
                dense
                onPress={() => choose(unit)}
              />
            ))}
          </Card>
        </Section>
      ))}
      {units && found.length === 0 && (
        <Empty icon="search" title={copy.noneTitle} line={copy.none(typed)}>
          <PhoneLink number="12333" block />
        </Empty>
      )}
    </Page>
  );
}
