import { View } from '@tarojs/components';
import { useState } from 'react';
import type { PlannedStep } from '@/domain/cases/bundle';
import { Card, PhoneLink, Row, Section } from '@/ui';
import { copy } from './copy';

/** Rules of another name and year: said as theirs, never as the document's, and with whom to ask. */
export function Others({ road }: { road: readonly PlannedStep[] }) {
  const [open, setOpen] = useState<string | null>(null);
  const groups = road.flatMap(({ step }) => {
    const rules = step.others ?? [];
    const [first] = rules;
    return first ? [{ title: step.title, as: first.as, source: first.source, rules }] : [];
  });
  if (groups.length === 0) return null;
  return (
    <Section title={copy.others}>
      <Card>
        {groups.map(({ title, as, source, rules }) => (
          <View key={title} className="start-rule">
            <Row
              title={title}
              line={`${as}，${source}`}
              expanded={open === title}
              onPress={() => setOpen(open === title ? null : title)}
              stacked
            />
            {open === title && (
              <View className="start-rule__text">
                {rules.map(({ text }) => (
                  <View key={text}>{text}</View>
                ))}
                <View className="start-rule__as">{copy.otherSource(source)}</View>
                <PhoneLink number="12333" block>
                  {copy.otherAsk}
                </PhoneLink>
              </View>
            )}
          </View>
        ))}
      </Card>
    </Section>
  );
}
