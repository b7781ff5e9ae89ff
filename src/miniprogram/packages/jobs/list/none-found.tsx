import { View } from '@tarojs/components';
import { useState } from 'react';
import { routes } from '@/client/routes';
import { distanceText } from '@/domain/jobs';
import { Button, Empty, PhoneLink } from '@/ui';
import { copy } from './copy';
import { EVERYTHING, isEverything, type Looking, type Scope } from './filter';
import type { Search } from './use-search';
import { WhereSheet } from './where-sheet';

interface NoneFoundProps {
  scope: Scope;
  looking: Looking;
  wider: Search['wider'];
  onChange: (looking: Looking) => void;
}

/** Nothing: further away, other kinds, or be told when there is something. */
export function NoneFound({ scope, looking, wider, onChange }: NoneFoundProps) {
  const all = isEverything(looking);
  const words = copy.none;
  const asked = scope === 'near' && looking.within > 0 ? words.within(distanceText(looking.within)) : null;
  const none = all ? (asked ?? words.foundAll) : words.found;
  return (
    <Empty
      icon="gangwei"
      title={scope === 'away' && all ? words.away : wider && asked ? asked : none}
      line={scope === 'away' && all ? words.awayLine : words.foundLine}
    >
      <View className="jobs-stack">
        {wider && (
          <Button block onPress={() => onChange({ ...looking, within: wider.within })}>
            {widerText(wider)}
          </Button>
        )}
        {!all && (
          <Button
            kind={wider ? 'secondary' : 'primary'}
            block
            onPress={() => onChange({ ...EVERYTHING, sort: looking.sort, within: looking.within })}
          >
            {copy.allKinds}
          </Button>
        )}
        <Button kind={all && !wider ? 'primary' : 'secondary'} block to={routes.service('find-work')}>
          {copy.register}
        </Button>
      </View>
    </Empty>
  );
}

/** One tap, and how many it brings. */
export const widerText = ({ within, count, more }: NonNullable<Search['wider']>): string =>
  (more ? copy.widerMore : copy.wider)(distanceText(within), count);

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
