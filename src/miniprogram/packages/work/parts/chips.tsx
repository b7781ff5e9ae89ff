import { View } from '@tarojs/components';
import { Chip, ChipGroup } from '@/ui/chips';
import './work.scss';

interface ChipsProps<K extends string> {
  label: string;
  words: readonly { readonly value: K; readonly label: string }[];
  chosen: readonly K[];
  onChange: (chosen: readonly K[]) => void;
  /** one at most: another tap takes it back */
  single?: boolean;
  /** it stands above already */
  labelHidden?: boolean;
}

/** Several of a few words, each a target of its own. */
export function Chips<K extends string>({
  label,
  words,
  chosen,
  onChange,
  single,
  labelHidden,
}: ChipsProps<K>) {
  const tap = (value: K) => {
    const on = chosen.includes(value);
    if (single) onChange(on ? [] : [value]);
    else onChange(on ? chosen.filter((one) => one !== value) : [...chosen, value]);
  };
  return (
    <View>
      {!labelHidden && <View className="work-label">{label}</View>}
      <View className="work-chips">
        <ChipGroup label={label}>
          {words.map(({ value, label: word }) => (
            <Chip key={value} word={word} on={chosen.includes(value)} onPress={() => tap(value)} />
          ))}
        </ChipGroup>
      </View>
    </View>
  );
}

/** Of a table of words: titles, or plain words. */
export const wordsOf = <K extends string>(table: Readonly<Record<K, string | { readonly title: string }>>) =>
  (Object.keys(table) as K[]).map((value) => {
    const word = table[value];
    return { value, label: typeof word === 'string' ? word : word.title };
  });
