import { Text, View } from '@tarojs/components';
import { AREAS, isCounted } from '@/client/areas';
import { areaRoute } from '@/client/routes';
import { useSize } from '@/client/size';
import type { Summary } from '@/client/summary';
import { Icon, Press } from '@/ui';
import { tileLine } from './copy';

/** The six doors: a grid of three, one column for large text. */
export function Tiles({ summary }: { summary: Summary | null }) {
  const { elder } = useSize();
  return (
    <View className={`home-tiles ${elder ? 'home-tiles--list' : ''}`}>
      {AREAS.map(({ area, icon, word, line }) => {
        const below = isCounted(area) && summary?.started ? tileLine(line, summary.areas[area]) : line;
        return (
          <Press key={area} className="home-tiles__tile" to={areaRoute(area)} spoken={`${word}，${below}`}>
            <Icon name={icon} size={elder ? 38 : 32} duo />
            <View className="home-tiles__words">
              <Text className="home-tiles__word">{word}</Text>
              {!elder && <Text className="home-tiles__line">{below}</Text>}
            </View>
            {elder && <Icon name="next" className="home-tiles__chevron" />}
          </Press>
        );
      })}
    </View>
  );
}
