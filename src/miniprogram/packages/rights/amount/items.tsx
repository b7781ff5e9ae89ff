import { View } from '@tarojs/components';
import type { PayItem } from '@/domain/wages/amounts';
import type { LawBook } from '@/domain/wages/law';
import { Card, Section, StatusTag } from '@/ui';
import { Cites } from '../parts/article';
import { copy } from './copy';

/** Each item for itself: the figure, how it comes about, when it can be claimed, how long. */
export function Items({ law, items }: { law: LawBook; items: readonly PayItem[] }) {
  return (
    <>
      {items.map((item) => (
        <Section key={item.id} title={item.title}>
          <Card pad>
            <View className="amount-head">
              <View className="amount-head__sum">{figure(item)}</View>
              <StatusTag
                status={item.in_total ? 'in_scope' : 'none'}
                word={item.in_total ? copy.counted : copy.separate}
              />
            </View>
            <View className="amount-line">{item.plain}</View>
            {item.sum.how !== '' && <Pair name={copy.how} value={item.sum.how} />}
            <Pair name={copy.condition} value={item.condition} />
            {item.limits.map((id) => {
              const row = law.deadlines.find((one) => one.id === id);
              return row ? <Pair key={id} name={copy.limits} value={`${row.title}。${row.effect}`} /> : null;
            })}
            {item.ceilings.map(({ how, within, tier }) => (
              <Pair
                key={tier ?? 0}
                name={copy.ceiling}
                value={`${how}${within === null ? '' : `，${within ? copy.within : copy.beyond}`}`}
              />
            ))}
            {item.ceilings.length > 0 && <View className="amount-quiet">{copy.ceilingWhat}</View>}
            <Cites law={law} cites={item.cite} />
          </Card>
        </Section>
      ))}
    </>
  );
}

function figure({ sum, range }: PayItem): string {
  if (range) return copy.range(range.from, range.to);
  return sum.fen === null ? copy.unknown : copy.sum(sum.fen);
}

function Pair({ name, value }: { name: string; value: string }) {
  return (
    <View className="amount-pair">
      <View className="amount-pair__name">{name}</View>
      <View className="amount-pair__value">{value}</View>
    </View>
  );
}
