import { View } from '@tarojs/components';
import { Card, Section } from '@/ui';
import { copy } from './copy';
import './jobs.scss';

export interface Fact {
  readonly name: string;
  /** null: nobody has said */
  readonly value: string | null;
  /** what it is called among those that nobody has said */
  readonly ask?: string;
}

/** Of what nobody has said, in words. */
export const unsaidOf = (facts: readonly Fact[]): string[] =>
  facts.filter(({ value }) => value === null).map(({ name, ask }) => ask ?? name);

interface FactListProps {
  title: string;
  facts: readonly Fact[];
  /** what nobody has said stands elsewhere on the page, with all the rest of it */
  known?: boolean;
}

/** Names and values; what nobody has said is said to be that, all of it in one line, never no. */
export function FactList({ title, facts, known = false }: FactListProps) {
  const unsaid = known ? [] : unsaidOf(facts);
  if (known && facts.every(({ value }) => value === null)) return null;
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
