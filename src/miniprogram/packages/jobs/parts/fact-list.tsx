import { View } from '@tarojs/components';
import { Card, Section } from '@/ui';
import { copy } from './copy';
import './jobs.scss';

export interface Fact {
  readonly name: string;
  /** null: nobody has said */
  readonly value: string | null;
}

/** Names and values; what nobody has said is said to be that, all of it in one line, never no. */
export function FactList({ title, facts }: { title: string; facts: readonly Fact[] }) {
  const unsaid = facts.filter(({ value }) => value === null).map(({ name }) => name);
  return (
    <Section title={title}>
      <Card>
        {facts.map(
          ({ name, value }) =>
            value !== null && (
              <View key={name} className="jobs-fact">
                <View className="jobs-fact__name">{name}</View>
                <View className="jobs-fact__value">{value}</View>
              </View>
            ),
        )}
        {unsaid.length > 0 && (
          <View className="jobs-fact">
            <View className="jobs-fact__name">{copy.unsaid}</View>
            <View className="jobs-fact__unsaid">{unsaid.join('、')}</View>
          </View>
        )}
      </Card>
    </Section>
  );
}
