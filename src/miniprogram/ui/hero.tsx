import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Box } from './box';
import { ReadAloud } from './read-aloud';
import { type StatusName, StatusTag } from './status-tag';
import './hero.scss';

export interface HeroProps {
  status: StatusName;
  /** a more exact word for the status */
  word?: string;
  /** what is read aloud, and its name for screen readers */
  readout: readonly string[];
  what: string;
  /** what it is about; drawn on WeChat, whose own bar cuts long titles */
  name?: string;
  /** the answer in large type; a string or its parts */
  title: ReactNode;
  line: string;
  /** 28 px for one benefit, 20 for a page of several */
  size?: 'number' | 'title';
  children?: ReactNode;
}

/** The answer first: status, what it means in large type, one line. */
export function Hero({
  status,
  word,
  readout,
  what,
  name,
  title,
  line,
  size = 'number',
  children,
}: HeroProps) {
  return (
    <View className="ui-hero">
      <View className="ui-hero__head">
        <StatusTag status={status} word={word} />
        <ReadAloud what={what} text={readout} />
      </View>
      {name && process.env.TARO_ENV !== 'h5' && <View className="ui-hero__line">{name}</View>}
      <Box tag="h2" className={`ui-hero__title ui-hero__title--${size}`}>
        {title}
      </Box>
      <View className="ui-hero__line">{line}</View>
      {children}
    </View>
  );
}
