import { View } from '@tarojs/components';
import { Box, Icon, Press } from '@/ui';
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
    <Box role="group" label={copy.filters} className="training-chips">
      {QUICK.map((name) => (
        <Chip
          key={name}
          word={copy[name]}
          on={looking[name]}
          onPress={() => onChange({ ...looking, [name]: !looking[name] })}
        />
      ))}
      <Press
        className={`training-chip ${more > 0 ? 'training-chip--on' : ''}`}
        onPress={onMore}
        spoken={copy.more(more)}
      >
        {copy.more(more)}
      </Press>
    </Box>
  );
}

function Chip({ word, on, onPress }: { word: string; on: boolean; onPress: () => void }) {
  return (
    <Press
      className={`training-chip ${on ? 'training-chip--on' : ''}`}
      pressed={on}
      onPress={onPress}
      spoken={word}
    >
      {on && <Icon name="tick" size={18} className="training-chip__tick" />}
      <View>{word}</View>
    </Press>
  );
}
