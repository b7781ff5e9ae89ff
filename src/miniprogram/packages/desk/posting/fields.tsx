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
