import { Picker, Text, View } from '@tarojs/components';
import { useId } from 'react';
import { drop } from './aria';
import { FieldError, FieldLabel } from './field';
import { Icon } from './icon';
import './field.scss';
import './select.scss';

export interface SelectProps {
  label: string;
  options: readonly { readonly value: string; readonly label: string }[];
  /** '' = none of them yet */
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  hint?: string;
  error?: string;
  labelHidden?: boolean;
}

/** One of many: the browser's own list, WeChat's wheel. A handful of answers are `Choice`s instead. */
export function Select(props: SelectProps) {
  const { label, options, value, onChange, placeholder = '请选择', hint, error, labelHidden } = props;
  const id = useId();
  const said = [hint && `${id}h`, error && `${id}e`].filter(Boolean).join(' ') || undefined;
  const chosen = options.findIndex((one) => one.value === value);
  const text = options[chosen]?.label ?? placeholder;
  return (
    <View className="ui-field">
      <FieldLabel id={id} text={label} hidden={labelHidden} />
      {hint && (
        <View id={`${id}h`} className="ui-field__hint">
          {hint}
        </View>
      )}
      {process.env.TARO_ENV === 'h5' ? (
        <View className={`ui-field__box ${error ? 'ui-field__box--wrong' : ''}`}>
          <select
            id={id}
            className="ui-field__input ui-select"
            value={value}
            aria-describedby={said}
            aria-invalid={error ? true : undefined}
            onChange={(event) => onChange(event.target.value)}
          >
            {chosen < 0 && <option value="">{placeholder}</option>}
            {options.map((one) => (
              <option key={one.value} value={one.value}>
                {one.label}
              </option>
            ))}
          </select>
          <Icon name="down" size={18} className="ui-select__mark" />
        </View>
      ) : (
        <Picker
          mode="selector"
          range={options.map((one) => one.label)}
          value={Math.max(0, chosen)}
          onChange={(event) => onChange(options[Number(event.detail.value)]?.value ?? value)}
        >
          <View
            className={`ui-field__box ${error ? 'ui-field__box--wrong' : ''}`}
            {...drop({
              'aria-role': 'button',
              'aria-label': [label, text, error].filter(Boolean).join('，'),
            })}
          >
            <Text className={`ui-select__text ${chosen < 0 ? 'ui-field__placeholder' : ''}`}>{text}</Text>
            <Icon name="down" size={18} />
          </View>
        </Picker>
      )}
      <FieldError id={id} text={error} />
    </View>
  );
}
