import { View } from '@tarojs/components';
import { useActing } from '@/client/acting';
import { type OwnJob, owedOf, useJobs } from '@/client/diary';
import { routes, useParams } from '@/client/routes';
import { groupedYuan } from '@/domain/money/yuan';
import { daysText } from '@/domain/wages/diary';
import { Button, Card, Empty, NotForHelpers, Notice, Page, Row } from '@/ui';
import { copy } from './copy';
import { JobDiary } from './job-diary';
import './index.scss';

/** The wage diary: its jobs, or one of them month by month. */
export default function Diary() {
  const { job: wanted, month } = useParams<'job' | 'month'>();
  const acting = useActing();
  const jobs = useJobs();
  const job = jobs.find(({ id }) => id === wanted) ?? (jobs.length === 1 ? jobs[0] : undefined);
  return (
    <Page title={copy.title}>
      {acting ? (
        <NotForHelpers />
      ) : job ? (
        <JobDiary key={job.id} job={job} startMonth={month} />
      ) : (
        <Jobs jobs={jobs} />
      )}
    </Page>
  );
}

function Jobs({ jobs }: { jobs: readonly OwnJob[] }) {
  if (jobs.length === 0) {
    return (
      <Empty icon="calendar" title={copy.none} line={copy.noneLine}>
        <Button block to={routes.diaryJob()}>
          {copy.first}
        </Button>
      </Empty>
    );
  }
  return (
    <>
      <Notice tone="none" icon="lock" inset>
        {copy.private}
      </Notice>
      <Card title={copy.which}>
        {jobs.map((job) => (
          <Row
            key={job.id}
            icon="calendar"
            title={job.title}
            line={lineOf(job)}
            to={routes.diary(job.id)}
            stacked
          />
        ))}
      </Card>
      <View>
        <Button kind="secondary" block to={routes.diaryJob()}>
          {copy.another}
        </Button>
      </View>
    </>
  );
}

function lineOf(job: OwnJob): string {
  const halves = Object.values(job.months).reduce((all, month) => all + month.halves, 0);
  const { owed } = owedOf(job);
  return copy.jobLine(
    copy.days(daysText(halves)),
    owed.fen === null ? copy.unknownOwed : copy.owes(groupedYuan(owed.fen)),
  );
}
