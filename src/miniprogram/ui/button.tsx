import { Text, View } from '@tarojs/components';
import { useId } from 'react';
import { Icon, type IconName } from './icon';
import { Press, type PressProps } from './press';
import './button.scss';

export interface ButtonProps extends Omit<PressProps, 'children' | 'className' | 'disabled'> {
  children: string;
  kind?: 'primary' | 'secondary' | 'ghost';
  icon?: IconName;
  /** after the words, e.g. a chevron */
  iconAfter?: IconName;
  /** 48 high with body text, for use inside a card */
  small?: boolean;
  /** takes the width it is given */
  block?: boolean;
  /** why it cannot be used now; said under the button and to screen readers */
  disabledReason?: string;
  className?: string;
}

export function Button(props: ButtonProps) {
  const {
    children,
    kind = 'primary',
    icon,
    iconAfter,
    small,
    block,
    disabledReason,
    className,
    ...rest
  } = props;
  const classes = ['ui-button', `ui-button--${kind}`, className ?? ''];
  if (small) classes.push('ui-button--small');
  if (block) classes.push('ui-button--block');
  if (disabledReason) classes.push('ui-button--off');
  const own = useId();
  const id = disabledReason ? own : undefined;
  const button = (
    <Press
      {...rest}
      className={classes.join(' ')}
      spoken={disabledReason ? `${children}，${disabledReason}` : children}
      disabled={Boolean(disabledReason)}
      describedBy={id}
    >
      {icon && <Icon name={icon} size={small ? 22 : 24} className="ui-button__icon" />}
      <Text className="ui-button__text">{children}</Text>
      {iconAfter && <Icon name={iconAfter} size={18} className="ui-button__after" />}
    </Press>
  );
  if (!disabledReason) return button;
  return (
    <View className={block ? 'ui-button__whole' : ''}>
      {button}
      <View id={id} className="ui-button__why">
        {disabledReason}
      </View>
    </View>
  );
}
