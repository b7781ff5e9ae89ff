import { View } from '@tarojs/components';
import { Box } from './box';
import { Icon, type IconName } from './icon';
import { Press } from './press';
import type { Tone } from './status-tag';
import './notice.scss';

export interface NoticeProps {
  tone?: Tone;
  icon?: IconName;
  title?: string;
  children?: string;
  action?: { text: string; to?: string; onPress?: () => void; label?: string };
  /** a card inside the page instead of a strip across it */
  inset?: boolean;
  /** read out when it appears */
  live?: boolean;
}

/** A strip that says something about all that follows: as of a day, expired, offline. */
export function Notice({ tone = 'none', icon, title, children, action, inset, live }: NoticeProps) {
  const classes = `ui-notice ui-notice--${tone} ${inset ? 'ui-notice--inset' : ''}`;
  return (
    <Box className={classes} role={live ? 'status' : undefined} live={live ? 'polite' : undefined}>
      {icon && <Icon name={icon} size={22} className={`ui-notice__icon ui-ink--${tone}`} />}
      <View className="ui-notice__text">
        {title && <View className="ui-notice__title">{title}</View>}
        {children && <View className={title ? 'ui-notice__line' : ''}>{children}</View>}
      </View>
      {action && (
        <Press
          className="ui-notice__action"
          to={action.to}
          onPress={action.onPress}
          label={action.label}
          spoken={action.text}
        >
          {action.text}
        </Press>
      )}
    </Box>
  );
}
