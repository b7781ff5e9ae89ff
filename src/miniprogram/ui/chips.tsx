import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Box } from './box';
import { Icon } from './icon';
import { Press } from './press';
import './chips.scss';

export interface ChipProps {
  word: string;
  on: boolean;
  onPress: () => void;
  /** it opens something, with something on behind it, instead of being on or off itself */
  opens?: boolean;
}

/** One of a few words, on or off with a tap. */
export function Chip({ word, on, onPress, opens }: ChipProps) {
  return (
    <Press
      className={`ui-chip ${on ? 'ui-chip--on' : ''}`}
      {...(!opens && { pressed: on })}
      onPress={onPress}
      spoken={word}
    >
      {on && !opens && <Icon name="tick" size={18} className="ui-chip__tick" />}
      <View>{word}</View>
    </Press>
  );
}

export function ChipGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box role="group" label={label} className="ui-chips">
      {children}
    </Box>
  );
}
