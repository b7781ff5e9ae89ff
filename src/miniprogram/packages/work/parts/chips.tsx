import { View } from '@tarojs/components';
import { Box, Icon, Press } from '@/ui';
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
    <Box role="group" label={label}>
      {!labelHidden && <View className="work-label">{label}</View>}
      <View className="work-chips">
        {words.map(({ value, label: word }) => {
          const on = chosen.includes(value);
          return (
            <Press
              key={value}
              className={`work-chip ${on ? 'work-chip--on' : ''}`}
              pressed={on}
              onPress={() => tap(value)}
              spoken={word}
            >
              {on && <Icon name="tick" size={18} className="work-chip__tick" />}
              <View>{word}</View>
            </Press>
          );
        })}
      </View>
    </Box>
  );
}

/** Of a table of words: titles, or plain words. */
export const wordsOf = <K extends string>(table: Readonly<Record<K, string | { readonly title: string }>>) =>
  (Object.keys(table) as K[]).map((value) => {
    const word = table[value];
    return { value, label: typeof word === 'string' ? word : word.title };
  });
