import { View } from '@tarojs/components';
import { drop } from './aria';
import { Icon } from './icon';
import './choice.scss';
import './check.scss';

export interface CheckProps {
  title: string;
  line?: string;
  /** on or off, at once (a switch), instead of something that is agreed to with a button (a tick) */
  kind?: 'tick' | 'switch';
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** A tick or a switch with its words as one target. What is agreed to is never ticked beforehand. */
export function Check({ title, line, kind = 'tick', checked, onChange }: CheckProps) {
  const role = kind === 'tick' ? 'checkbox' : 'switch';
  const className = `ui-check ui-check--${kind} ${checked ? 'ui-check--on' : ''}`;
  const mark = (
    <View className="ui-check__mark">
      {kind === 'tick' ? checked && <Icon name="tick" size={20} /> : <View className="ui-check__knob" />}
    </View>
  );
  const inside = (
    <>
      {kind === 'tick' && mark}
      <View className="ui-check__text">
        <View className="ui-check__title">{title}</View>
        {line && <View className="ui-check__line">{line}</View>}
      </View>
      {kind === 'switch' && mark}
    </>
  );
  if (process.env.TARO_ENV === 'h5') {
    return (
      <label className={className}>
        <input
          className="ui-unseen"
          type="checkbox"
          role={kind === 'switch' ? 'switch' : undefined}
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
        />
        {inside}
      </label>
    );
  }
  const state = drop({
    'aria-role': role,
    'aria-checked': checked ? 'true' : 'false',
    'aria-label': line ? `${title}，${line}` : title,
  });
  return (
    <View className={className} hoverClass="ui-press--down" onClick={() => onChange(!checked)} {...state}>
      {inside}
    </View>
  );
}
