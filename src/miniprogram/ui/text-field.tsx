import { Textarea, View } from '@tarojs/components';
import { useId } from 'react';
import { drop } from './aria';
import { FieldError, FieldLabel, type FieldProps } from './field';
import './field.scss';

export interface TextFieldProps
  extends Pick<FieldProps, 'label' | 'value' | 'onChange' | 'placeholder' | 'hint' | 'error' | 'maxLength'> {}

/** Several lines of one's own words. */
export function TextField({
  label,
  value,
  onChange,
  placeholder,
  hint,
  error,
  maxLength = 300,
}: TextFieldProps) {
  const id = useId();
  const said = [hint && `${id}h`, error && `${id}e`].filter(Boolean).join(' ') || undefined;
  return (
    <View className="ui-field">
      <FieldLabel id={id} text={label} />
      {hint && (
        <View id={`${id}h`} className="ui-field__hint">
          {hint}
        </View>
      )}
      <View className={`ui-field__box ${error ? 'ui-field__box--wrong' : ''}`}>
        {process.env.TARO_ENV === 'h5' ? (
          <textarea
            id={id}
            className="ui-field__input ui-field__lines"
            rows={4}
            value={value}
            maxLength={maxLength}
            placeholder={placeholder}
            aria-describedby={said}
            aria-invalid={error ? true : undefined}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <Textarea
            className="ui-field__input ui-field__lines"
            value={value}
            maxlength={maxLength}
            placeholder={placeholder}
            placeholderClass="ui-field__placeholder"
            onInput={(event) => onChange(event.detail.value)}
            {...drop({ 'aria-label': [label, error].filter(Boolean).join('，') })}
          />
        )}
      </View>
      <FieldError id={id} text={error} />
    </View>
  );
}
