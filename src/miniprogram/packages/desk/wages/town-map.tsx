import { View } from '@tarojs/components';
import type { OutputOf } from '@/contract/api';
import { Box } from '@/ui';
import { copy } from './copy';
import { placed } from './placed';

type Town = OutputOf<'desk.employers'>['by_town'][number];

const SMALLEST = 18;
const LARGEST = 54;

/** Dots by township, as large as there are cases; the figures stand beside it in words. Needs no tiles. */
export function TownMap({ towns }: { towns: readonly Town[] }) {
  const spots = placed(towns);
  const missing = towns.length - spots.length;
  if (spots.length === 0) return <View className="desk-quiet desk-pad">{copy.noMap}</View>;
  const most = Math.max(...spots.map(({ one }) => one.cases));
  // the area says how many
  const size = (cases: number) => Math.max(SMALLEST, Math.sqrt(cases / most) * LARGEST);
  return (
    <View className="desk-pad">
      <Box
        role="img"
        label={copy.map(spots.map(({ one }) => copy.inTown(one.town, one.cases)))}
        className="desk-town-map"
      >
        <View className="desk-town-map__north">{copy.north}</View>
        {spots.map(({ one, x, y }) => (
          <View key={one.town} className="desk-town-map__spot" style={{ left: `${x}%`, top: `${y}%` }}>
            <View
              className="desk-town-map__dot"
              style={{ width: `${size(one.cases)}px`, height: `${size(one.cases)}px` }}
            />
            <View className="desk-town-map__name">{copy.inTown(one.town, one.cases)}</View>
          </View>
        ))}
      </Box>
      {missing > 0 && <View className="desk-quiet">{copy.someLeft(missing)}</View>}
    </View>
  );
}
