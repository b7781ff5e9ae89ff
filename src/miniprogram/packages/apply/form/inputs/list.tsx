import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Field } from '@/ui';
import { copy } from '../copy';
import type { InputProps } from './props';

const MOST = 10;

/** One line for each: relatives, people who go along. */
export function ListInput({ question, value, onAnswer, error }: InputProps) {
  const kept = typeof value === 'object' && value !== null ? value : [];
  // an empty line waits to be written into, and is none of the answer
  const [lines, setLines] = useState<readonly string[]>(kept.length > 0 ? kept : ['']);
  const take = (next: readonly string[]) => {
    setLines(next);
    onAnswer(next.filter((line) => line.trim() !== ''));
  };
  return (
    <>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place alone
        <View key={index} className="form-line">
          <Field
            label={lines.length > 1 ? `${question.label}，${copy.list.line(index + 1)}` : question.label}
            value={line}
            maxLength={80}
            error={error && index === lines.length - 1 ? error : undefined}
            onChange={(text) => take(lines.map((old, at) => (at === index ? text : old)))}
          />
          {lines.length > 1 && (
            <Button
              kind="ghost"
              small
              label={copy.list.drop(index + 1)}
              onPress={() => take(lines.filter((_, at) => at !== index))}
            >
              {copy.list.drop(index + 1)}
            </Button>
          )}
        </View>
      ))}
      {lines.length < MOST ? (
        <Button kind="secondary" block onPress={() => setLines([...lines, ''])}>
          {copy.list.add}
        </Button>
      ) : (
        <View className="form-quiet">{copy.list.full}</View>
      )}
    </>
  );
}
