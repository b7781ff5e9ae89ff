import { View } from '@tarojs/components';
import { useState } from 'react';
import { routes } from '@/client/routes';
import { Button, Empty, PhoneLink } from '@/ui';
import { metresText } from '../parts/words';
import { copy } from './copy';
import { EVERYTHING, isEverything, type Looking, type Scope, WITHINS } from './filter';
import { WhereSheet } from './where-sheet';

interface NoneFoundProps {
  scope: Scope;
  looking: Looking;
  onChange: (looking: Looking) => void;
}

/** Nothing: further away, other kinds, or be told when there is something. */
export function NoneFound({ scope, looking, onChange }: NoneFoundProps) {
  const wider =
    scope === 'near' && looking.within > 0 ? WITHINS.find((metres) => metres > looking.within) : undefined;
  const all = isEverything(looking);
  const words = copy.none;
  return (
    <Empty
      icon="gangwei"
      title={scope === 'away' && all ? words.away : all ? words.foundAll : words.found}
      line={scope === 'away' && all ? words.awayLine : words.foundLine}
    >
      <View className="jobs-stack">
        {!all && (
          <Button
            block
            onPress={() => onChange({ ...EVERYTHING, sort: looking.sort, within: looking.within })}
          >
            {copy.allKinds}
          </Button>
        )}
        {wider !== undefined && (
          <Button kind="secondary" block onPress={() => onChange({ ...looking, within: wider })}>
            {copy.wider(metresText(wider))}
          </Button>
        )}
        <Button kind={all ? 'primary' : 'secondary'} block to={routes.service('find-work')}>
          {copy.register}
        </Button>
      </View>
    </Empty>
  );
}

/** A county whose documents are not here. */
export function NotServed() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Empty icon="location" title={copy.none.county} line={copy.none.countyLine}>
        <Button block onPress={() => setOpen(true)}>
          {copy.none.choose}
        </Button>
        <PhoneLink number="12333" block />
      </Empty>
      {open && <WhereSheet where={null} onClose={() => setOpen(false)} />}
    </>
  );
}
