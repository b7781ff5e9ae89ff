import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { today } from '@/client/clock';
import { type OwnJob, owedOf, useJobs } from '@/client/diary';
import { useLaw } from '@/client/law';
import { routes } from '@/client/routes';
import { monthOf, payText } from '@/domain/wages/diary';
import type { LawBook } from '@/domain/wages/law';
import { jobLooksOdd, owedLooksOdd } from '@/domain/wages/odd';
import { Button, Card, Notice, Row } from '@/ui';
import { Cites } from '../parts/article';
import { Calendar } from './calendar';
import { copy } from './copy';
import { Keep } from './keep';
import { MonthSums } from './month-sums';
import { Total } from './total';

/** How long pay by the hour may wait at most. */
function PartTime({ law }: { law: LawBook }) {
  const row = law.deadlines.find(({ id }) => id === 'w-pay-parttime');
  if (!row) return null;
  return (
    <Card title={row.title} pad>
      <View>{row.effect}</View>
      <Cites law={law} cites={row.cite} />
    </Card>
  );
}

interface JobDiaryProps {
  job: OwnJob;
  startMonth: string | undefined;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** One job: the month, its sums, what is owed in all. */
export function JobDiary({ job, startMonth }: JobDiaryProps) {
  const now = today();
  const asked = startMonth && MONTH.test(startMonth) ? startMonth : monthOf(now);
  const [month, setMonth] = useState(asked);
  const [rest, setRest] = useState(false);
  // the month is drawn first, what lies under it after
  useEffect(() => {
    const timer = setTimeout(() => setRest(true), 0);
    return () => clearTimeout(timer);
  }, []);
  const { law } = useLaw();
  const several = useJobs().length > 1;
  const owed = owedOf(job, law?.pay);
  const odd = [...jobLooksOdd(job), owedLooksOdd(owed)].filter((one) => one !== null);
  return (
    <>
      <Card>
        <Row
          icon="taoxin"
          title={job.title}
          line={`${copy.agreed}：${payText(job)}`}
          to={routes.diaryJob(job.id)}
        />
      </Card>
      <Button block icon="tick" to={routes.diaryDay(job.id, now)}>
        {copy.today}
      </Button>
      {odd.map((question) => (
        <Notice key={question} tone="ask" icon="status-ask" inset>
          {question}
        </Notice>
      ))}
      <Calendar job={job} month={month} now={now} onMonth={setMonth} />
      {rest && (
        <>
          <MonthSums job={job} month={month} owed={owed} />
          {job.pay_kind === 'hour' && law && <PartTime law={law} />}
          <Total job={job} owed={owed} />
          <Keep job={job} owed={owed} />
          {several && (
            <Button kind="secondary" block to={routes.diary()}>
              {copy.which}
            </Button>
          )}
          <Button kind="secondary" block to={routes.diaryJob()}>
            {copy.another}
          </Button>
          <View className="diary-quiet">{copy.private}</View>
        </>
      )}
    </>
  );
}
