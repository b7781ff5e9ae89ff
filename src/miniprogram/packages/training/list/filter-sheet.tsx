import { View } from '@tarojs/components';
import { useState } from 'react';
import { today } from '@/client/clock';
import { useCall } from '@/client/use-call';
import { kindsOf, TRADES, TRAINING_KINDS } from '@/domain/training';
import { Button, Sheet } from '@/ui';
import { Select } from '@/ui/select';
import { copy } from './copy';
import { EVERYTHING, filterOf, isTrade, isTrainingKind, type Looking } from './filter';

interface FilterSheetProps {
  looking: Looking;
  place: { readonly unit: string; readonly region: string };
  names: { readonly unit: string; readonly region: string };
  towns: readonly string[];
  onClose: () => void;
  onTake: (looking: Looking) => void;
}

const ANY = 'any';
const any = { value: ANY, label: copy.any };
const wordsOf = (words: Readonly<Record<string, string | { readonly title: string }>>) =>
  Object.keys(words).map((value) => {
    const word = words[value];
    return { value, label: typeof word === 'string' ? word : (word?.title ?? value) };
  });

/** The rest of the conditions; how many sessions are left stands on the button all the time. */
export function FilterSheet({ looking, place, names, towns, onClose, onTake }: FilterSheetProps) {
  const [now, setNow] = useState(looking);
  const { data } = useCall('training.sessions', filterOf(now, place, today()));
  const total = data?.total ?? null;
  const oneCounty = place.unit === place.region;
  return (
    <Sheet open title={copy.sheet} onClose={onClose}>
      <View className="training-stack">
        <Select
          label={copy.trade}
          value={now.trade ?? ANY}
          options={[any, ...wordsOf(TRADES)]}
          onChange={(value) => setNow({ ...now, trade: isTrade(value) ? value : null })}
        />
        <Select
          label={copy.kind}
          value={now.kind ?? ANY}
          options={[
            any,
            ...kindsOf(TRAINING_KINDS).map((value) => ({ value, label: TRAINING_KINDS[value].title })),
          ]}
          onChange={(value) => setNow({ ...now, kind: isTrainingKind(value) ? value : null })}
        />
        {!oneCounty && (
          <Select
            label={copy.where}
            value={now.wide ? 'region' : 'unit'}
            options={[
              { value: 'unit', label: copy.here(names.unit) },
              { value: 'region', label: copy.region(names.region) },
            ]}
            onChange={(value) => setNow({ ...now, wide: value === 'region', town: null })}
          />
        )}
        {!now.wide && towns.length > 0 && (
          <Select
            label={copy.town}
            value={now.town ?? ANY}
            options={[
              { value: ANY, label: copy.anyTown },
              ...towns.map((town) => ({ value: town, label: town })),
            ]}
            onChange={(value) => setNow({ ...now, town: value === ANY ? null : value })}
          />
        )}
        <Select
          label={copy.when}
          value={now.when}
          options={wordsOf(copy.whens)}
          onChange={(value) =>
            setNow({ ...now, when: value === 'month' || value === 'quarter' ? value : 'any' })
          }
        />
        <Button block onPress={() => onTake(now)}>
          {total === null ? copy.counting : total === 0 ? copy.showNone : copy.show(total)}
        </Button>
        <Button kind="secondary" block onPress={() => onTake(EVERYTHING)}>
          {copy.clear}
        </Button>
      </View>
    </Sheet>
  );
}
