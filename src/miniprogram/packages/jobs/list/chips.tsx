import { Chip, ChipGroup } from '@/ui/chips';
import { copy } from './copy';
import { hidden, type Looking } from './filter';

const QUICK = ['board', 'childcare', 'light'] as const;

interface ChipsProps {
  looking: Looking;
  onChange: (looking: Looking) => void;
  onMore: () => void;
}

/** What people ask for most stands open; the rest is one tap away and counted. */
export function Chips({ looking, onChange, onMore }: ChipsProps) {
  const more = hidden(looking);
  return (
    <ChipGroup label={copy.filters}>
      <Chip word={copy.more(more)} on={more > 0} onPress={onMore} opens />
      {QUICK.map((name) => (
        <Chip
          key={name}
          word={copy.chips[name]}
          on={looking[name]}
          onPress={() => onChange({ ...looking, [name]: !looking[name] })}
        />
      ))}
    </ChipGroup>
  );
}
