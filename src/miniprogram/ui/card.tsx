import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Box, Heading } from './box';
import './card.scss';

export interface CardProps {
  /** a heading above a hairline */
  title?: string;
  /** 16 of air inside; rows bring their own */
  pad?: boolean;
  className?: string;
  children: ReactNode;
}

export function Card({ title, pad, className = '', children }: CardProps) {
  return (
    <Box tag={title ? 'section' : 'div'} className={`ui-card ${pad ? 'ui-card--pad' : ''} ${className}`}>
      {title && <Heading className="ui-card__title">{title}</Heading>}
      {children}
    </Box>
  );
}

export interface SectionProps {
  title: string;
  /** beside the heading: 朗读, a link */
  aside?: ReactNode;
  children: ReactNode;
}

/** A heading on the page ground, then what belongs to it. */
export function Section({ title, aside, children }: SectionProps) {
  return (
    <Box tag="section" className="ui-section">
      <View className="ui-section__head">
        <Heading>{title}</Heading>
        {aside}
      </View>
      {children}
    </Box>
  );
}
