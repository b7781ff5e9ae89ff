import { View } from '@tarojs/components';
import type { LawBook } from '@/domain/wages/law';
import type { Ways } from '@/domain/wages/ways';
import { Card, Section, StatusTag } from '@/ui';
import { Cites } from '../parts/article';
import { copy } from './copy';

/** Every way for itself: what it is, what it costs, why it is shut now, what it shuts. */
export function Tracks({ law, ways: { tracks } }: { law: LawBook; ways: Ways }) {
  return (
    <Section title={copy.others}>
      <Card>
        {tracks.map(({ row, open, why }) => (
          <View key={row.id} className="ways-track">
            <View className="ways-track__head">
              <View>{row.title}</View>
              {open === false && <StatusTag status="not_eligible" word={copy.closed} />}
            </View>
            <View className="ways-track__line">{why ?? row.plain}</View>
            {open !== false && <View className="ways-track__line">{row.cost}</View>}
            {row.shuts_why && <View className="ways-track__line">{row.shuts_why}</View>}
            <Cites law={law} cites={row.cite} />
          </View>
        ))}
      </Card>
    </Section>
  );
}
