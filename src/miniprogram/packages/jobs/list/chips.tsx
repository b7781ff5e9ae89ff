import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Box, Icon, Press } from '@/ui';
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
      <Press
        className={`jobs-chip ${more > 0 ? 'jobs-chip--on' : ''}`}
        onPress={onMore}
        spoken={copy.more(more)}
      >
        {copy.more(more)}
      </Press>
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

export function ChipGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box role="group" label={label} className="jobs-chips">
      {children}
    </Box>
  );
}

export function Chip({ word, on, onPress }: { word: string; on: boolean; onPress: () => void }) {
  return (
    <Press className={`jobs-chip ${on ? 'jobs-chip--on' : ''}`} pressed={on} onPress={onPress} spoken={word}>
      {on && <Icon name="tick" size={18} className="jobs-chip__tick" />}
      <View>{word}</View>
    </Press>
  );
}
