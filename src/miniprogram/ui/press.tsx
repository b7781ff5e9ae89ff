import { View } from '@tarojs/components';
import type { MouseEvent, ReactNode } from 'react';
import { go } from '@/client/routes';
import { drop, flag } from './aria';
import './press.scss';

export interface PressProps {
  /** the page it opens (a link) … */
  to?: string;
  /** … or what it does (a button) */
  onPress?: () => void;
  /** the name, where the visible text is not enough */
  label?: string;
  /** what WeChat reads out: there a control's children are not read one by one */
  spoken?: string;
  expanded?: boolean;
  /** a switch that stays down */
  pressed?: boolean;
  /** the page or step one is on */
  current?: boolean;
  /** stays reachable and readable, does nothing */
  disabled?: boolean;
  describedBy?: string;
  className?: string;
  children?: ReactNode;
}

/** Everything that can be pressed: `<button>` or `<a>` in the browser, a view with the role on WeChat. */
export function Press(props: PressProps) {
  const { to, onPress, label, spoken, expanded, pressed, current, disabled, describedBy, children } = props;
  const className = `ui-press ${props.className ?? ''}`;
  const press = () => {
    if (disabled) return;
    onPress?.();
    if (to) go(to);
  };
  const states = drop({
    'aria-label': label,
    'aria-expanded': flag(expanded),
    'aria-describedby': describedBy,
    'aria-disabled': disabled ? 'true' : undefined,
  });

  if (process.env.TARO_ENV === 'h5') {
    const page = drop({ 'aria-current': current ? 'page' : undefined, 'aria-pressed': flag(pressed) });
    if (!to || disabled) {
      return (
        <button type="button" className={className} onClick={press} {...states} {...page}>
          {children}
        </button>
      );
    }
    const follow = (event: MouseEvent) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      press();
    };
    return (
      <a className={className} href={`#${to}`} onClick={follow} {...states} {...page}>
        {children}
      </a>
    );
  }

  const name = label ?? spoken;
  const chosen = drop({ 'aria-label': name, 'aria-selected': flag(pressed ?? current) });
  return (
    <View
      className={className}
      hoverClass={disabled ? 'none' : 'ui-press--down'}
      hoverStayTime={80}
      onClick={press}
      aria-role={to ? 'link' : 'button'}
      {...states}
      {...chosen}
    >
      {children}
    </View>
  );
}
