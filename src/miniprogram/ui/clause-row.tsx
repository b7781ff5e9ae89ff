import { View } from '@tarojs/components';
import { Icon } from './icon';
import { Press } from './press';
import { type StatusName, statusIcon, statusTone } from './status-tag';
import './clause-row.scss';

export type ClauseMark = 'met' | 'failed' | 'unknown';

const MARKS: Record<ClauseMark, { status: StatusName; word: string }> = {
  met: { status: 'eligible', word: '符合' },
  failed: { status: 'not_eligible', word: '不符合' },
  unknown: { status: 'needs_info', word: '还不知道' },
};

export interface ClauseRowProps {
  state: ClauseMark;
  text: string;
  /** what was compared, e.g. 你 4 个月零 10 天 */
  value?: string;
  /** who says so, of which day */
  source?: string;
  /** the same number stands in the quoted sentence */
  number?: number;
  /** a link at the right: 原文, 去回答 */
  action?: { text: string; to?: string; onPress?: () => void; label?: string };
}

/** One condition: its mark, its words, what it was compared with. Stacks when it does not fit. */
export function ClauseRow({ state, text, value, source, number, action }: ClauseRowProps) {
  const mark = MARKS[state];
  return (
    <View className="ui-clause">
      <Icon name={statusIcon(mark.status)} className={`ui-ink--${statusTone(mark.status)}`} />
      <View className="ui-clause__body">
        <View className="ui-clause__text">
          <View className="ui-unseen">{`${mark.word}：`}</View>
          {text}
        </View>
        {value && <View className="ui-clause__value">{value}</View>}
        {source && <View className="ui-clause__source">{source}</View>}
      </View>
      {number !== undefined && <Num n={number} />}
      {action && (
        <Press
          className="ui-clause__action"
          to={action.to}
          onPress={action.onPress}
          label={action.label}
          spoken={action.text}
        >
          {action.text}
          <Icon name="next" size={18} />
        </Press>
      )}
    </View>
  );
}

/** The drawn number that ties a condition to its words in the document; not part of the text. */
export function Num({ n }: { n: number }) {
  return (
    <View className="ui-num" aria-hidden="true">
      {n}
    </View>
  );
}
