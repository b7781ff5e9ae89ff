import { View } from '@tarojs/components';
import { type CSSProperties, createElement, type ReactNode, type Ref } from 'react';
import { type Aria, aria } from './aria';

type Tag = 'div' | 'header' | 'main' | 'nav' | 'section' | 'footer' | 'h1' | 'h2' | 'h3' | 'p' | 'ul' | 'li';

export interface BoxProps extends Aria {
  tag?: Tag;
  id?: string;
  className?: string;
  style?: CSSProperties | Readonly<Record<`--${string}`, string>>;
  children?: ReactNode;
  /** browser only: focusable by script (`-1`) */
  focusRef?: Ref<HTMLElement>;
  onTap?: () => void;
}

const LEVELS: Partial<Record<Tag, string>> = { h1: '1', h2: '2', h3: '3' };

/** A container: the HTML element in the browser, a view with the same meaning on WeChat. */
export function Box({ tag = 'div', id, className, style, children, focusRef, onTap, ...rest }: BoxProps) {
  if (process.env.TARO_ENV === 'h5') {
    // the page's heading takes the focus when its page opens
    const focus = focusRef || tag === 'h1' ? { ref: focusRef, tabIndex: -1 } : {};
    return createElement(tag, { id, className, style, onClick: onTap, ...focus, ...aria(rest) }, children);
  }
  const level = LEVELS[tag];
  const meaning = level ? { role: 'heading' as const, level, ...rest } : rest;
  return (
    <View
      id={id}
      className={className}
      style={style as CSSProperties | undefined}
      onClick={onTap}
      {...aria(meaning)}
    >
      {children}
    </View>
  );
}

export interface HeadingProps {
  level?: 2 | 3;
  className?: string;
  id?: string;
  children: ReactNode;
}

/** A heading inside a page; the page's own title is drawn by `Page`. */
export function Heading({ level = 2, className = 'ui-h2', ...rest }: HeadingProps) {
  return <Box tag={level === 2 ? 'h2' : 'h3'} className={className} {...rest} />;
}
