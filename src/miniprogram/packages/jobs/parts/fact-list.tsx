import { View } from '@tarojs/components';
import { Card, Section } from '@/ui';
import { copy } from './copy';
import './jobs.scss';

export interface Fact {
  readonly name: string;
  /** null: nobody has said */
  readonly value: string | null;
}

/** Names and values; what nobody has said is said to be that, never no. */
export function FactList({ title, facts }: { title: string; facts: readonly Fact[] }) {
  return (
    <Section title={title}>
      <Card>
        {facts.map(({ name, value }) => (
          <View key={name} className="jobs-fact">
            <View className="jobs-fact__name">{name}</View>
            <View className={value === null ? 'jobs-fact__unsaid' : 'jobs-fact__value'}>
              {value ?? copy.unsaid}
            </View>
          </View>
        ))}
      </Card>
    </Section>
  );
}
