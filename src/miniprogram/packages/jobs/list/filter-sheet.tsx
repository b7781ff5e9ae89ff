import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { today } from '@/client/clock';
import { lookFrom, type Where } from '@/client/look-from';
import { useCall } from '@/client/use-call';
import { distanceText, HOURS_WAY, keysOf, POSTING_KINDS, SHIFTS, SKILLS } from '@/domain/jobs';
import { Box, Button, Sheet } from '@/ui';
import { Chip, ChipGroup } from '@/ui/chips';
import { Select } from '@/ui/select';
import { copy } from './copy';
import {
  EVERYTHING,
  filterOf,
  type Looking,
  PAY_STEPS,
  type Scope,
  STARTS,
  toggled,
  WITHINS,
} from './filter';

interface FilterSheetProps {
  scope: Scope;
  where: Where;
  looking: Looking;
  onClose: () => void;
  onTake: (looking: Looking) => void;
}

const words = copy.sheet;
const FARTHEST = 100_000;

/** Every condition; how much is left stands on the button all the time. */
export function FilterSheet({ scope, where, looking, onClose, onTake }: FilterSheetProps) {
  const [now, setNow] = useState(looking);
  const flip = (name: 'board' | 'lodging' | 'childcare' | 'elders' | 'light', word: string) => (
    <Chip word={word} on={now[name]} onPress={() => setNow({ ...now, [name]: !now[name] })} />
  );
  return (
    <Sheet open title={words.title} onClose={onClose}>
      <View className="jobs-stack">
        <Group label={words.kind}>
          {keysOf(POSTING_KINDS).map((kind) => (
            <Chip
              key={kind}
              word={POSTING_KINDS[kind].title}
              on={now.kinds.includes(kind)}
              onPress={() => setNow({ ...now, kinds: toggled(now.kinds, kind) })}
            />
          ))}
        </Group>
        <Select
          label={words.pay}
          hint={words.payHow(HOURS_WAY)}
          value={`${now.pay}`}
          options={[0, ...PAY_STEPS].map((yuan) => ({
            value: `${yuan}`,
            label: yuan === 0 ? words.anyPay : words.payFrom(yuan),
          }))}
          onChange={(value) => setNow({ ...now, pay: Number(value) })}
        />
        {scope === 'near' && (
          <Select
            label={words.within}
            value={`${now.within}`}
            options={WITHINS.map((metres) => ({
              value: `${metres}`,
              label:
                metres === 0 ? words.withinAny : metres === FARTHEST ? words.withinFar : distanceText(metres),
            }))}
            onChange={(value) => setNow({ ...now, within: Number(value) })}
          />
        )}
        <Group label={words.keep}>
          {flip('board', copy.chips.board)}
          {flip('lodging', copy.lodging)}
        </Group>
        <Group label={words.time}>
          {keysOf(SHIFTS).map((shift) => (
            <Chip
              key={shift}
              word={SHIFTS[shift]}
              on={now.shifts.includes(shift)}
              onPress={() => setNow({ ...now, shifts: toggled(now.shifts, shift) })}
            />
          ))}
          {flip('childcare', copy.chips.childcare)}
        </Group>
        <Group label={words.who}>
          {flip('elders', copy.chips.elders)}
          {flip('light', copy.chips.light)}
        </Group>
        <Group label={words.skill} hint={words.skillHow}>
          {keysOf(SKILLS).map((skill) => (
            <Chip
              key={skill}
              word={SKILLS[skill]}
              on={now.skills.includes(skill)}
              onPress={() => setNow({ ...now, skills: toggled(now.skills, skill) })}
            />
          ))}
        </Group>
        <Select
          label={words.start}
          value={now.start}
          options={STARTS.map((value) => ({ value, label: words.starts[value] }))}
          onChange={(value) => setNow({ ...now, start: STARTS.find((one) => one === value) ?? 'any' })}
        />
        <Button kind="secondary" block onPress={() => setNow({ ...EVERYTHING, sort: now.sort })}>
          {words.clear}
        </Button>
        <Counted scope={scope} where={where} looking={now} onTake={() => onTake(now)} />
      </View>
    </Sheet>
  );
}

function Group({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <View>
      <View className="jobs-label">{label}</View>
      {hint && <View className="jobs-quiet">{hint}</View>}
      <ChipGroup label={label}>{children}</ChipGroup>
    </View>
  );
}

type CountedProps = Pick<FilterSheetProps, 'scope' | 'where' | 'looking'> & { onTake: () => void };

/** Stays in sight while one chooses. */
function Counted({ scope, where, looking, onTake }: CountedProps) {
  const { data, error } = useCall('jobs.count', {
    scope,
    from: lookFrom(where),
    filter: filterOf(looking, scope, today()),
  });
  const word = data
    ? data.more
      ? words.showMore
      : data.count === 0
        ? words.none
        : data.widened && data.within
          ? words.showWider(data.count, distanceText(data.within))
          : words.show(data.count)
    : error
      ? words.notCounted
      : words.counting;
  return (
    <Box className="jobs-counted">
      <Button block onPress={onTake}>
        {word}
      </Button>
      <Box role="status" live="polite" className="jobs-quiet">
        {data && data.unsaid > 0 ? words.unsaid(data.unsaid) : ''}
      </Box>
    </Box>
  );
}
