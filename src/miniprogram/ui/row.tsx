import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';
import { Press } from './press';
import { type StatusName, StatusTag, statusWord } from './status-tag';
import './row.scss';

export interface RowProps {
  title: string;
  /** a second, quieter line */
  line?: string;
  icon?: IconName;
  /** an icon in the colour of a status instead of the two tones */
  iconClass?: string;
  /** the status at the right */
  status?: StatusName;
  /** a short quiet text at the right */
  note?: string;
  /** the page it opens */
  to?: string;
  onPress?: () => void;
  expanded?: boolean;
  /** no second target in a row: this is for marks only */
  trailing?: ReactNode;
  /** title in body size, for dense lists */
  dense?: boolean;
  /** what stands at the right goes under the words, for long lines */
  stacked?: boolean;
}

/** One line of a card, one target. Without `to` and `onPress` it is plain text. */
export function Row(props: RowProps) {
  const { title, line, icon, iconClass, status, note, to, onPress, expanded, trailing, dense, stacked } =
    props;
  const inside = (
    <>
      {icon && (
        <Icon
          name={icon}
          duo={!iconClass}
          size={dense ? 24 : 28}
          className={`ui-row__icon ${iconClass ?? ''}`}
        />
      )}
      <View className="ui-row__text">
        <View className="ui-row__title">{title}</View>
        {line && <View className="ui-row__line">{line}</View>}
      </View>
      {(note || status || trailing) && (
        <View className="ui-row__trailing">
          {status && <StatusTag status={status} />}
          {note && <View className="ui-row__note">{note}</View>}
          {trailing}
        </View>
      )}
      {(to || onPress) && (
        <Icon
          name={expanded === undefined ? 'next' : 'down'}
          size={18}
          className={expanded ? 'ui-row__open' : 'ui-row__chevron'}
        />
      )}
    </>
  );
  const className = `ui-row ${dense ? 'ui-row--dense' : ''} ${stacked ? 'ui-row--stacked' : ''}`;
  if (!to && !onPress) return <View className={className}>{inside}</View>;
  const spoken = [title, line, note, status && statusWord(status)].filter(Boolean).join('，');
  return (
    <Press className={className} to={to} onPress={onPress} expanded={expanded} spoken={spoken}>
      {inside}
    </Press>
  );
}
