import { Text, View } from '@tarojs/components';
import './progress.scss';

export interface ProgressProps {
  /** 1-based */
  value: number;
  total: number;
  /** the total is certain */
  exact?: boolean;
  /** 大约还要 2 分钟 */
  note?: string;
}

/** 第 3 题 / 约 9 题, and the same as a bar. */
export function Progress({ value, total, exact, note }: ProgressProps) {
  const share = total > 0 ? Math.min(100, Math.round((value / total) * 100)) : 0;
  return (
    <View className="ui-progress">
      <View className="ui-progress__words">
        <Text className="ui-progress__count">{`第 ${value} 题 / ${exact ? '共' : '约'} ${total} 题`}</Text>
        {note && <Text className="ui-progress__note">{note}</Text>}
      </View>
      <View className="ui-progress__track" aria-hidden="true">
        <View className="ui-progress__bar" style={{ width: `${share}%` }} />
      </View>
    </View>
  );
}

export interface MeterProps {
  /** how far, 0–1 */
  value: number;
  /** above the marker: 3月18日·满 2 个月 */
  marker: string;
  /** 1月10日开始干 */
  start: string;
  /** 4月10日满 3 个月 */
  goal: string;
}

/** The distance to a goal; the words say all of it, the bar only draws it. */
export function Meter({ value, marker, start, goal }: MeterProps) {
  const share = Math.max(0, Math.min(1, value)) * 100;
  // the words over the marker stay inside the bar's width
  const shift = share < 30 ? 0 : share > 70 ? -100 : -50;
  const edge = share < 30 ? 0 : share > 70 ? 100 : share;
  return (
    <View className="ui-meter">
      <View className="ui-meter__marker">
        <View
          className="ui-meter__pin"
          style={{ marginLeft: `${edge}%`, transform: `translateX(${shift}%)` }}
        >
          {marker}
        </View>
      </View>
      <View className="ui-meter__track" aria-hidden="true">
        <View className="ui-meter__bar" style={{ width: `${share}%` }} />
        <View className="ui-meter__now" style={{ left: `${share}%` }} />
      </View>
      <View className="ui-meter__ends">
        <Text>{start}</Text>
        <Text className="ui-meter__goal">{goal}</Text>
      </View>
    </View>
  );
}
