import { Chip, ChipGroup } from '@/ui/chips';
import { copy } from './copy';
import { hidden, type Looking } from './filter';

interface ChipsProps {
  looking: Looking;
  onChange: (looking: Looking) => void;
  onMore: () => void;
}

const QUICK = ['free', 'childcare', 'evening'] as const;

/** What people ask for most stands open; the rest is one tap away and counted. */
export function Chips({ looking, onChange, onMore }: ChipsProps) {
  const more = hidden(looking);
  return (
    <ChipGroup label={copy.filters}>
      {QUICK.map((name) => (
        <Chip
          key={name}
          word={copy[name]}
          on={looking[name]}
          onPress={() => onChange({ ...looking, [name]: !looking[name] })}
        />
      ))}
      <Chip word={copy.more(more)} on={more > 0} onPress={onMore} opens />
    </ChipGroup>
  );
}
