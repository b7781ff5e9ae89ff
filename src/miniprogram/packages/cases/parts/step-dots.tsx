import { View } from '@tarojs/components';
import { Box, Icon, statusIcon, statusTone } from '@/ui';
import { copy } from './copy';
import type { Point } from './way';
import './step-dots.scss';

/** Three points on a line: where it has been, where it is, what is to come. Each says so in words. */
export function StepDots({ points }: { points: readonly Point[] }) {
  return (
    <Box tag="ul" className="dots" role="list" label={copy.progress}>
      {points.map(({ word, when, status }, index) => {
        const tone = statusTone(status);
        const reached = index > 0 && status !== 'none';
        return (
          <Box key={word} tag="li" className="dots__point" role="listitem">
            {index > 0 && <View className={`dots__line ${reached ? 'dots__line--done' : ''}`} />}
            <View className={`dots__dot ui-tint--${tone}`}>
              <Icon name={statusIcon(status)} />
            </View>
            <View className={`dots__word ${when === copy.stepNow ? `ui-ink--${tone}` : ''}`}>{word}</View>
            <View className="dots__when">{when}</View>
          </Box>
        );
      })}
    </Box>
  );
}
