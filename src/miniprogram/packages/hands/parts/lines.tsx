import { View } from '@tarojs/components';
import { Card } from '@/ui';
import './hands.scss';

export type Line = readonly [name: string, value: string | null];

/** Names and values; what nobody has said is left out. */
export function Lines({ title, lines }: { title?: string; lines: readonly Line[] }) {
  return (
    <Card title={title}>
      {lines.map(([name, value]) =>
        value ? (
          <View key={name} className="hands-line">
            <View className="hands-line__name">{name}</View>
            <View className="hands-line__value">{value}</View>
          </View>
        ) : null,
      )}
    </Card>
  );
}
