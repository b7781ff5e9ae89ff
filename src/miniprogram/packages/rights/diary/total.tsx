import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OwnJob } from '@/client/diary';
import { routes } from '@/client/routes';
import { monthText } from '@/domain/wages/diary-words';
import type { Owed } from '@/domain/wages/owed';
import { Button, Card, ReadAloud } from '@/ui';
import { copy } from './copy';
import { moneyOf, SumLine } from './month-sums';

/** What is owed in all, and how that comes about. */
export function Total({ job, owed }: { job: OwnJob; owed: Owed }) {
  const [open, setOpen] = useState(false);
  if (owed.months.length === 0) return null;
  const known = owed.owed.fen !== null;
  return (
    <Card>
      <View className="diary-head">
        <View className="diary-head__title">{copy.total}</View>
        <ReadAloud kind="round" what={copy.total} text={[copy.total, moneyOf(owed.owed), owed.owed.how]} />
      </View>
      <View className="diary-total">
        <View className="diary-total__sum">{moneyOf(owed.owed)}</View>
        <View className="diary-sum__how">{owed.owed.how}</View>
        {known ? (
          <View className="diary-sum__how">{copy.oldestFirst}</View>
        ) : (
          <Button kind="secondary" small to={routes.diaryJob(job.id)}>
            {copy.noRate}
          </Button>
        )}
      </View>
      {known && (
        <View className="diary-pad">
          <Button kind="ghost" small expanded={open} iconAfter="down" onPress={() => setOpen(!open)}>
            {open ? copy.fewerMonths : copy.allMonths}
          </Button>
        </View>
      )}
      {open &&
        owed.months.map(({ month, earned, owed: due }) => (
          <SumLine
            key={month}
            name={monthText(month)}
            text={moneyOf(due)}
            how={`${copy.earned}：${earned.how}；${copy.owed}：${due.how}`}
          />
        ))}
      <View className="diary-quiet diary-pad">{copy.reference}</View>
    </Card>
  );
}
