import { View } from '@tarojs/components';
import { useState } from 'react';
import type { QuestionKind } from '@/domain/cases';
import { Field, type FieldProps, TextField } from '@/ui';
import { groupedByFour } from '../../parts/answer-text';
import { copy } from '../copy';
import { fenOf, typedOf } from '../money';
import { type InputProps, typed } from './props';

const KEYBOARDS: Partial<Record<QuestionKind, FieldProps['kind']>> = {
  phone: 'phone',
  name: 'name',
  id_number: 'id',
};
/** Longer than allowed, so that nothing pasted is cut off unseen: what is too long is said. */
const ROOM = 80;

export function TextInput({ question, value, onAnswer, error }: InputProps) {
  return (
    <Field
      label={question.label}
      kind={KEYBOARDS[question.kind] ?? 'text'}
      value={typed(value)}
      maxLength={ROOM}
      error={error}
      onChange={onAnswer}
    />
  );
}

const LONGEST = 500;

export function LongTextInput({ question, value, onAnswer, error }: InputProps) {
  const text = typed(value);
  return (
    <View>
      <TextField label={question.label} value={text} maxLength={LONGEST} error={error} onChange={onAnswer} />
      <View className="form-count">{copy.counter(text.length, LONGEST)}</View>
    </View>
  );
}

export function NumberInput({ question, value, onAnswer, error }: InputProps) {
  const { label, unit } = question;
  const take = (text: string) => {
    const digits = text.normalize('NFKC').trim();
    // what is no number stays as it was typed, and is said to be none
    onAnswer(/^\d{1,9}$/.test(digits) ? Number(digits) : text);
  };
  return (
    <Field
      kind="number"
      label={unit ? `${label}（${unit}）` : label}
      value={typed(value)}
      maxLength={12}
      error={error}
      onChange={take}
    />
  );
}

/** Typed in yuan, kept in fen. */
export function MoneyInput({ question, value, onAnswer, error }: InputProps) {
  const [text, setText] = useState(typeof value === 'number' ? typedOf(value) : typed(value));
  // 不清楚 empties it
  const shown = value === null ? '' : text;
  const take = (next: string) => {
    setText(next);
    onAnswer(fenOf(next) ?? next);
  };
  return (
    <Field
      kind="decimal"
      label={copy.money.label(question.label)}
      value={shown}
      maxLength={16}
      error={error}
      onChange={take}
    />
  );
}

/** The digits as typed; below them in fours, to be read against the card. */
export function BankInput({ question, value, onAnswer, error }: InputProps) {
  const text = typed(value);
  const grouped = groupedByFour(text);
  return (
    <View>
      <Field
        kind="number"
        label={question.label}
        value={text}
        maxLength={30}
        error={error}
        onChange={onAnswer}
      />
      {grouped.length > 4 && <View className="form-account">{copy.account(grouped)}</View>}
    </View>
  );
}
