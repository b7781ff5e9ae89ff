import { Picker, Text, View } from '@tarojs/components';
import { useId, useState } from 'react';
import { Icon } from '@/ui';
import { monthText } from '../../parts/answer-text';
import { copy } from '../copy';
import type { InputProps } from './props';

const MONTH = /^\d{4}-\d{2}$/;
const EARLIEST = 1960;

const limitOf = (limit: number | string | undefined, today: string): string | null =>
  limit === undefined ? null : (limit === 'today' ? today : String(limit)).slice(0, 7);

/** A month: WeChat's wheel; in the browser two lists, since few browsers have a month input that can be read. */
export function MonthInput(props: InputProps) {
  const { question, value, onAnswer, today } = props;
  const month = typeof value === 'string' && MONTH.test(value) ? value : null;
  const from = limitOf(question.min, today) ?? `${EARLIEST}-01`;
  const to = limitOf(question.max, today) ?? `${Number(today.slice(0, 4)) + 5}-12`;
  if (process.env.TARO_ENV === 'h5') return <Lists {...props} month={month} from={from} to={to} />;
  const text = month ? monthText(month) : copy.month.pickMonth;
  return (
    <Picker
      mode="date"
      fields="month"
      value={month ?? ''}
      start={from}
      end={to}
      onChange={(event) => onAnswer(event.detail.value.slice(0, 7))}
    >
      <View className="form-pick" aria-role="button" aria-label={`${question.label}，${text}`}>
        <Icon name="calendar" duo />
        <Text className={`form-pick__text ${month ? '' : 'form-pick__text--none'}`}>{text}</Text>
        <Icon name="down" size={18} />
      </View>
    </Picker>
  );
}

interface ListsProps extends InputProps {
  month: string | null;
  from: string;
  to: string;
}

function Lists({ question, value, month, from, to, onAnswer }: ListsProps) {
  const [half, setHalf] = useState<{ year: string; month: string }>({ year: '', month: '' });
  const id = useId();
  const shown = month
    ? { year: month.slice(0, 4), month: month.slice(5) }
    : value === null
      ? { year: '', month: '' }
      : half;
  const take = (next: { year: string; month: string }) => {
    setHalf(next);
    if (next.year && next.month) onAnswer(`${next.year}-${next.month}`);
  };
  const years: string[] = [];
  for (let year = Number(to.slice(0, 4)); year >= Number(from.slice(0, 4)); year--) years.push(`${year}`);
  const months = Array.from({ length: 12 }, (_, index) => `${index + 1}`.padStart(2, '0'));
  return (
    <View className="form-month">
      <View className="form-month__part">
        <label className="form-label" htmlFor={`${id}y`}>
          {`${question.label}：${copy.month.year}`}
        </label>
        <View className="form-pick">
          <select
            id={`${id}y`}
            className="form-pick__list"
            value={shown.year}
            onChange={(event) => take({ ...shown, year: event.target.value })}
          >
            <option value="">{copy.month.pickYear}</option>
            {years.map((year) => (
              <option key={year} value={year}>{`${year}年`}</option>
            ))}
          </select>
        </View>
      </View>
      <View className="form-month__part">
        <label className="form-label" htmlFor={`${id}m`}>
          {copy.month.month}
        </label>
        <View className="form-pick">
          <select
            id={`${id}m`}
            className="form-pick__list"
            value={shown.month}
            onChange={(event) => take({ ...shown, month: event.target.value })}
          >
            <option value="">{copy.month.pickMonth}</option>
            {months.map((one) => (
              <option key={one} value={one}>{`${Number(one)}月`}</option>
            ))}
          </select>
        </View>
      </View>
    </View>
  );
}
