import { View } from '@tarojs/components';
import type { Answers } from '@/domain/cases';
import type { LawBook } from '@/domain/wages/law';
import { payersOf } from '@/domain/wages/payers';
import { Card, Section, StatusTag } from '@/ui';
import { Cites } from '../parts/article';
import { copy } from './copy';

/** Who has to pay, and who pays first, from what was answered. */
export function Payers({ law, answers }: { law: LawBook; answers: Answers }) {
  const payers = payersOf(law, { answers, facts: {} });
  if (payers.length === 0) return null;
  return (
    <Section title={copy.payers}>
      <View className="ways-track__line">{copy.payersLine}</View>
      <Card>
        {payers.map(({ row, name, holds }) => (
          <View key={row.id} className="ways-track">
            <View className="ways-track__head">
              <View>{name ? `${row.who}：${name}` : row.who}</View>
              <StatusTag
                status={holds ? 'warning' : 'needs_info'}
                word={holds ? copy.duty[row.duty] : copy.perhaps}
              />
            </View>
            <View className="ways-track__line">{row.plain}</View>
            {row.limit && <View className="ways-track__line">{row.limit}</View>}
            {row.name_from && !name && <View className="ways-track__line">{copy.noName}</View>}
            <Cites law={law} cites={row.cite} />
          </View>
        ))}
      </Card>
    </Section>
  );
}
