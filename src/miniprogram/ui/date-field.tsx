import { Picker, Text, View } from '@tarojs/components';
import { useId } from 'react';
import type { IsoDate } from '@/domain/eligibility/types';
import { drop } from './aria';
import { dateTextWithWeekday } from './date-text';
import { FieldLabel } from './field';
import { Icon } from './icon';
import './date-field.scss';

export interface DateFieldProps {
  label: string;
  value: IsoDate | null;
  onChange: (value: IsoDate) => void;
  min?: IsoDate;
  max?: IsoDate;
  placeholder?: string;
  labelHidden?: boolean;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day of the calendar: WeChat's wheel, the browser's own date input. */
export function DateField(props: DateFieldProps) {
  const {
    label,
    value,
    onChange,
    min = '1950-01-01',
    max = '2099-12-31',
    placeholder = '选一个日期',
  } = props;
  const id = useId();
  const text = value ? dateTextWithWeekday(value) : placeholder;
  const take = (next: string) => {
    if (DAY.test(next) && next >= min && next <= max) onChange(next);
  };
  return (
    <View className="ui-field">
      <FieldLabel id={id} text={label} hidden={props.labelHidden} />
      {process.env.TARO_ENV === 'h5' ? (
        <View className="ui-field__box">
          <Icon name="calendar" duo className="ui-field__icon" />
          <input
            id={id}
            className="ui-field__input"
            type="date"
            value={value ?? ''}
            min={min}
            max={max}
            onChange={(event) => take(event.target.value)}
          />
        </View>
      ) : (
        <Picker
          mode="date"
          value={value ?? ''}
          start={min}
          end={max}
          onChange={(event) => take(event.detail.value)}
        >
          <View
            className="ui-field__box ui-date"
            {...drop({ 'aria-role': 'button', 'aria-label': `${label}，${text}` })}
          >
            <Icon name="calendar" duo className="ui-field__icon" />
            <Text className={value ? 'ui-date__text' : 'ui-date__text ui-field__placeholder'}>{text}</Text>
            <Icon name="down" size={18} />
          </View>
        </Picker>
      )}
    </View>
  );
}
