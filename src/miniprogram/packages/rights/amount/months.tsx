import type { Owed } from '@/domain/wages/owed';
import { Card, Row, Section } from '@/ui';
import { copy } from './copy';

/** 2026-08 → 2026年8月 */
const monthText = (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

export function Months({ owed: { months } }: { owed: Owed }) {
  const due = months.filter(({ owed }) => owed.fen !== 0);
  if (due.length === 0) return null;
  return (
    <Section title={copy.months}>
      <Card>
        {due.map(({ month, earned, owed }) => (
          <Row
            key={month}
            title={`${monthText(month)}：${owed.fen === null ? copy.unknown : copy.sum(owed.fen)}`}
            line={`${earned.how}。${owed.how}`}
            dense
          />
        ))}
      </Card>
    </Section>
  );
}
