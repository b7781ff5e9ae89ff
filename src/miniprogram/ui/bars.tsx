import { View } from '@tarojs/components';
import { Box } from './box';
import './bars.scss';

/** How a series is drawn: the pattern tells it apart where the colours do not. */
export type BarLook = 'solid' | 'striped' | 'dotted' | 'hollow';

export interface BarSeries {
  readonly word: string;
  readonly look: BarLook;
}

export interface BarRow {
  readonly key: string;
  readonly label: string;
  /** one for each series */
  readonly values: readonly number[];
}

export interface BarsProps {
  /** what is compared: 各事项办得怎么样 */
  label: string;
  unit: string;
  series: readonly BarSeries[];
  rows: readonly BarRow[];
  /** one bar a series instead of one after another in one bar */
  beside?: boolean;
}

/** Bars to compare at a glance: one picture for screen readers, told in a sentence; its figures stand in a table. */
export function Bars({ label, unit, series, rows, beside }: BarsProps) {
  const most = Math.max(1, ...rows.map(({ values }) => (beside ? Math.max(0, ...values) : sum(values))));
  const share = (value: number) => ({ width: `${(value / most) * 100}%` });
  return (
    <View className="ui-bars">
      <View className="ui-bars__legend" aria-hidden="true">
        {series.map(({ word, look }) => (
          <View key={word} className="ui-bars__key">
            <View className={`ui-bars__swatch ui-bars__part--${look}`} />
            {word}
          </View>
        ))}
      </View>
      <Box role="img" label={spokenBars({ label, unit, series, rows })}>
        {rows.map(({ key, label: name, values }) => (
          <View key={key} className="ui-bars__row">
            <View className="ui-bars__name">{name}</View>
            <View className="ui-bars__tracks">
              {(beside ? values.map((value) => [value]) : [values]).map((parts, line) => (
                <View key={series[line]?.word} className="ui-bars__track">
                  {parts.map((value, index) => (
                    <View
                      key={series[index]?.word}
                      className={`ui-bars__part ui-bars__part--${series[beside ? line : index]?.look ?? 'solid'}`}
                      style={share(value)}
                    />
                  ))}
                  <View className="ui-bars__total">{sum(parts)}</View>
                </View>
              ))}
            </View>
          </View>
        ))}
      </Box>
    </View>
  );
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** 各事项：交通补助，按时 3 件，逾期 1 件；… */
export const spokenBars = ({ label, unit, series, rows }: BarsProps): string =>
  `${label}：${rows
    .map(({ label: name, values }) =>
      [name, ...values.map((value, index) => `${series[index]?.word ?? ''} ${value} ${unit}`)].join('，'),
    )
    .join('；')}`;
