import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Box } from './box';
import { Card } from './card';
import { type StatusName, StatusTag } from './status-tag';
import './road.scss';

export interface RoadStep {
  readonly id: string;
  readonly title: string;
  readonly tag: { readonly status: StatusName; readonly word: string };
  /** quieter lines under it */
  readonly lines: readonly string[];
  /** what can be opened or done */
  readonly more?: ReactNode;
}

interface RoadProps {
  /** in order; what stands together goes side by side */
  stages: readonly (readonly RoadStep[])[];
  /** 第1步；可以同时办 */
  head: (number: number, several: boolean) => string;
}

/** Steps in their order: a numbered stage after the other, and what goes side by side in one card. */
export function Road({ stages, head }: RoadProps) {
  return (
    <Box tag="ul" className="road">
      {stages.map((steps, at) => (
        <Box tag="li" key={steps.map(({ id }) => id).join(' ')} className="road__stage">
          <View className="road__mark" aria-hidden="true">
            {at + 1}
          </View>
          <View className="road__head">{head(at + 1, steps.length > 1)}</View>
          <Card>
            {steps.map(({ id, title, tag, lines, more }) => (
              <View key={id} className="road__step">
                <View className="road__title">{title}</View>
                <StatusTag status={tag.status} word={tag.word} />
                {lines.map((line) => (
                  <View key={line} className="road__line">
                    {line}
                  </View>
                ))}
                {more}
              </View>
            ))}
          </Card>
        </Box>
      ))}
    </Box>
  );
}
