import { View } from '@tarojs/components';
import { createContext, type ReactNode, useContext, useId } from 'react';
import { drop } from './aria';
import { Box } from './box';
import { Icon, type IconName } from './icon';
import './choice.scss';

const GroupName = createContext('choice');

export interface ChoiceGroupProps {
  /** the question, for screen readers */
  label: string;
  children: ReactNode;
}

/** One of several answers: native radio buttons in the browser, so the arrow keys work. */
export function ChoiceGroup({ label, children }: ChoiceGroupProps) {
  const name = useId();
  return (
    <GroupName.Provider value={name}>
      <Box className="ui-choices" role="radiogroup" label={label}>
        {children}
      </Box>
    </GroupName.Provider>
  );
}

export interface ChoiceProps {
  title: string;
  line?: string;
  icon?: IconName;
  /** the honest 不清楚: a grey icon instead of two tones */
  quiet?: boolean;
  selected: boolean;
  onSelect: () => void;
}

export function Choice({ title, line, icon, quiet, selected, onSelect }: ChoiceProps) {
  const name = useContext(GroupName);
  const className = `ui-choice ${selected ? 'ui-choice--on' : ''}`;
  const inside = (
    <>
      {icon && (
        <Icon
          name={icon}
          size={32}
          duo={!quiet}
          className={`ui-choice__icon ${quiet ? 'ui-ink--none' : ''}`}
        />
      )}
      <View className="ui-choice__text">
        <View className="ui-choice__title">{title}</View>
        {line && <View className="ui-choice__line">{line}</View>}
      </View>
      <View className="ui-choice__dot">{selected && <Icon name="tick" size={16} />}</View>
    </>
  );
  if (process.env.TARO_ENV === 'h5') {
    return (
      <label className={className}>
        <input className="ui-unseen" type="radio" name={name} checked={selected} onChange={onSelect} />
        {inside}
      </label>
    );
  }
  const state = drop({
    'aria-role': 'radio',
    'aria-checked': selected ? 'true' : 'false',
    'aria-label': line ? `${title}，${line}` : title,
  });
  return (
    <View className={className} hoverClass="ui-press--down" onClick={onSelect} {...state}>
      {inside}
    </View>
  );
}
