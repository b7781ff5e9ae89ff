import { View } from '@tarojs/components';
import type { OwnJob } from '@/client/diary';
import { groupedYuan } from '@/domain/money/yuan';
import { hoursText } from '@/domain/wages/diary';
import { monthText, workText } from '@/domain/wages/diary-words';
import type { Owed, Sum } from '@/domain/wages/owed';
import { Card, ReadAloud } from '@/ui';
import { copy } from './copy';

interface MonthSumsProps {
  job: OwnJob;
  month: string;
  owed: Owed;
}

export const moneyOf = ({ fen }: Sum): string => (fen === null ? copy.cannot : `${groupedYuan(fen)}元`);

/** What the month on the screen comes to, each figure with its arithmetic. */
export function MonthSums({ job, month, owed }: MonthSumsProps) {
  const work = job.months[month];
  const sums = owed.months.find((one) => one.month === month);
  if (!work || !sums || work.entries === 0) return null;
  const lines = [
    { name: copy.worked, text: workText({ ...work, overtime_minutes: 0, full_month: false }) || '0天' },
    { name: copy.earned, text: moneyOf(sums.earned), how: sums.earned.how },
    {
      name: copy.paid,
      text: `${groupedYuan(work.paid)}元`,
      how: work.paid === sums.paid ? '' : copy.counted(groupedYuan(sums.paid)),
    },
    { name: copy.owed, text: moneyOf(sums.owed), how: sums.owed.how },
  ];
  const title = copy.sums(monthText(month));
  return (
    <Card>
      <View className="diary-head">
        <View className="diary-head__title">{title}</View>
        <ReadAloud
          kind="round"
          what={title}
          text={[title, ...lines.map(({ name, text, how }) => `${name}${text}${how ? `，${how}` : ''}`)]}
        />
      </View>
      {lines.map((line) => (
        <SumLine key={line.name} {...line} />
      ))}
      {work.overtime_minutes > 0 && (
        <SumLine
          name={copy.overtime}
          text={`${hoursText(work.overtime_minutes)}小时`}
          how={copy.overtimeLine}
        />
      )}
    </Card>
  );
}

export function SumLine({ name, text, how }: { name: string; text: string; how?: string }) {
  return (
    <View className="diary-sum">
      <View className="diary-sum__line">
        <View className="diary-sum__name">{name}</View>
        <View className="diary-sum__text">{text}</View>
      </View>
      {how && <View className="diary-sum__how">{how}</View>}
    </View>
  );
}
