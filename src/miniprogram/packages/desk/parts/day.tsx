import { View } from '@tarojs/components';
import { today } from '@/client/clock';
import { DateField } from '@/ui';

interface DayProps {
  label: string;
  /** '': none yet */
  value: string;
  error: string | undefined;
  /** today, unless said otherwise */
  min?: string;
  max?: string;
  onChange: (day: string) => void;
}

/** A day of a form, with what is wrong with it below. */
export function Day({ label, value, error, min = today(), max, onChange }: DayProps) {
  return (
    <View>
      <DateField
        label={label}
        value={value || null}
        min={min}
        {...(max !== undefined && { max })}
        onChange={onChange}
      />
      <View className="desk-remind" aria-live="polite">
        {error ?? ''}
      </View>
    </View>
  );
}
