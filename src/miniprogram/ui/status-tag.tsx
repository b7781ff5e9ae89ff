import { Text, View } from '@tarojs/components';
import { Icon, type IconName } from './icon';
import './status-tag.scss';

export type StatusName =
  | 'eligible'
  | 'in_scope'
  | 'needs_info'
  | 'not_eligible'
  | 'expired'
  | 'not_yet'
  | 'warning'
  | 'doing'
  | 'none';
export type Tone = 'ok' | 'half' | 'ask' | 'no' | 'doing' | 'none';

const LOOKS: Record<StatusName, { tone: Tone; icon: IconName; word: string }> = {
  eligible: { tone: 'ok', icon: 'status-ok', word: '符合' },
  in_scope: { tone: 'half', icon: 'status-half', word: '在范围内·金额以当地为准' },
  needs_info: { tone: 'ask', icon: 'status-ask', word: '待补信息' },
  not_eligible: { tone: 'no', icon: 'status-no', word: '暂不符合' },
  expired: { tone: 'none', icon: 'status-none', word: '已到期' },
  not_yet: { tone: 'none', icon: 'status-none', word: '未开始' },
  warning: { tone: 'ask', icon: 'flag', word: '要留意' },
  doing: { tone: 'doing', icon: 'status-doing', word: '办理中' },
  none: { tone: 'none', icon: 'status-none', word: '还没看' },
};

export const statusWord = (status: StatusName): string => LOOKS[status].word;
export const statusIcon = (status: StatusName): IconName => LOOKS[status].icon;
export const statusTone = (status: StatusName): Tone => LOOKS[status].tone;

export interface StatusTagProps {
  status: StatusName;
  /** a shorter or more exact word */
  word?: string;
}

/** Icon + word + tint; never tappable. */
export function StatusTag({ status, word }: StatusTagProps) {
  const look = LOOKS[status];
  return (
    <View className={`ui-tag ui-tint--${look.tone}`}>
      <Icon name={look.icon} size={18} />
      <Text className="ui-tag__word">{word ?? look.word}</Text>
    </View>
  );
}
