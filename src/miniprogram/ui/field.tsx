import { Input, View } from '@tarojs/components';
import { useId } from 'react';
import { drop } from './aria';
import { Icon, type IconName } from './icon';
import { Press } from './press';
import './field.scss';

/** `phone`, `code` (of an SMS) and `id` bring the right keyboard, and what the phone can fill in by itself */
type FieldKind = 'text' | 'number' | 'decimal' | 'search' | 'phone' | 'code' | 'id' | 'name';

interface Typing {
  readonly type: 'text' | 'search' | 'tel';
  readonly inputMode?: 'numeric' | 'decimal' | 'tel';
  readonly autoComplete?: string;
}

const BROWSER: Record<FieldKind, Typing> = {
  text: { type: 'text' },
  number: { type: 'text', inputMode: 'numeric' },
  decimal: { type: 'text', inputMode: 'decimal' },
  search: { type: 'search' },
  phone: { type: 'tel', inputMode: 'tel', autoComplete: 'tel-national' },
  code: { type: 'text', inputMode: 'numeric', autoComplete: 'one-time-code' },
  // the phone of a village office is used by many: nothing of a person is offered to the next one
  id: { type: 'text', autoComplete: 'off' },
  name: { type: 'text', autoComplete: 'off' },
};
const WECHAT: Partial<Record<FieldKind, 'number' | 'digit' | 'idcard'>> = {
  number: 'number',
  decimal: 'digit',
  phone: 'number',
  code: 'number',
  id: 'idcard',
};

export interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  hint?: string;
  /** what is wrong with it */
  error?: string;
  kind?: FieldKind;
  icon?: IconName;
  /** the label is only read out */
  labelHidden?: boolean;
  maxLength?: number;
  onSubmit?: () => void;
}

/** One line of input with its label, hint and error. */
export function Field(props: FieldProps) {
  const {
    label,
    value,
    onChange,
    placeholder,
    hint,
    error,
    kind = 'text',
    icon,
    labelHidden,
    maxLength = 60,
  } = props;
  const id = useId();
  const said = [hint && `${id}h`, error && `${id}e`].filter(Boolean).join(' ') || undefined;
  return (
    <View className="ui-field">
      <FieldLabel id={id} text={label} hidden={labelHidden} />
      {hint && (
        <View id={`${id}h`} className="ui-field__hint">
          {hint}
        </View>
      )}
      <View className={`ui-field__box ${error ? 'ui-field__box--wrong' : ''}`}>
        {icon && <Icon name={icon} className="ui-field__icon" />}
        {process.env.TARO_ENV === 'h5' ? (
          <input
            id={id}
            className="ui-field__input"
            {...BROWSER[kind]}
            value={value}
            maxLength={maxLength}
            placeholder={placeholder}
            aria-describedby={said}
            aria-invalid={error ? true : undefined}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && props.onSubmit?.()}
          />
        ) : (
          <Input
            className="ui-field__input"
            type={WECHAT[kind] ?? 'text'}
            value={value}
            maxlength={maxLength}
            placeholder={placeholder}
            placeholderClass="ui-field__placeholder"
            onInput={(event) => onChange(event.detail.value)}
            onConfirm={() => props.onSubmit?.()}
            confirmType={kind === 'search' ? 'search' : 'done'}
            {...drop({ 'aria-label': [label, error].filter(Boolean).join('，') })}
          />
        )}
        {kind === 'search' && value !== '' && (
          <Press className="ui-field__clear" label="清空" onPress={() => onChange('')}>
            <Icon name="status-no" size={22} />
          </Press>
        )}
      </View>
      <FieldError id={id} text={error} />
    </View>
  );
}

export function FieldError({ id, text }: { id: string; text: string | undefined }) {
  if (!text) return null;
  return (
    <View id={`${id}e`} className="ui-field__error">
      <Icon name="status-no" size={20} className="ui-field__mark" />
      <View className="ui-field__wrong">{text}</View>
    </View>
  );
}

/** A label tied to its input in the browser. */
export function FieldLabel({ id, text, hidden }: { id: string; text: string; hidden?: boolean }) {
  const className = hidden ? 'ui-unseen' : 'ui-field__label';
  if (process.env.TARO_ENV === 'h5') {
    return (
      <label className={className} htmlFor={id}>
        {text}
      </label>
    );
  }
  return hidden ? null : <View className={className}>{text}</View>;
}

export type SearchFieldProps = Pick<FieldProps, 'label' | 'value' | 'onChange' | 'placeholder' | 'onSubmit'>;

export function SearchField(props: SearchFieldProps) {
  return (
    <Field
      {...props}
      placeholder={props.placeholder ?? props.label}
      kind="search"
      icon="search"
      labelHidden
    />
  );
}
