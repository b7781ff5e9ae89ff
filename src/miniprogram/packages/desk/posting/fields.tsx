import { View } from '@tarojs/components';
import { today } from '@/client/clock';
import { DateField } from '@/ui';
import { Select } from '@/ui/select';
import { copy } from './copy';

/** One of a few words, or nothing said. */
export function Pick<T extends string>({
  label,
  words,
  value,
  none = copy.notSaid,
  error,
  onChange,
}: {
  label: string;
  words: Readonly<Record<T, string>>;
  value: T | '';
  /** the words for none of them; null: one has to be chosen */
  none?: string | null;
  error?: string | undefined;
  onChange: (value: T | '') => void;
}) {
  const options = (Object.keys(words) as T[]).map((key) => ({ value: key as string, label: words[key] }));
  return (
    <Select
      label={label}
      options={none === null ? options : [{ value: '', label: none }, ...options]}
      value={value}
      error={error}
      onChange={(next) => onChange(next as T | '')}
    />
  );
}

interface DayProps {
  label: string;
  value: string;
  error: string | undefined;
  onChange: (day: string) => void;
}

export function Day({ label, value, error, onChange }: DayProps) {
  return (
    <View>
      <DateField label={label} value={value || null} min={today()} onChange={onChange} />
      <View className="desk-remind" aria-live="polite">
        {error ?? ''}
      </View>
    </View>
  );
}
