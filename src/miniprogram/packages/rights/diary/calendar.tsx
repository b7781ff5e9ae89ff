import { View } from '@tarojs/components';
import { memo } from 'react';
import { type OwnJob, useMonth } from '@/client/diary';
import { routes } from '@/client/routes';
import { useSize } from '@/client/size';
import { dayNumber, isoOf, partsOf } from '@/domain/calendar/days';
import { groupedYuan } from '@/domain/money/yuan';
import { monthOf } from '@/domain/wages/diary';
import { monthText, workText } from '@/domain/wages/diary-words';
import { type DayMark, monthGrid } from '@/domain/wages/sums';
import { Box, Button, Card, Heading, Icon, type IconName, monthDayText, Press, Row, weekday } from '@/ui';
import { copy } from './copy';

interface CalendarProps {
  job: OwnJob;
  month: string;
  now: string;
  onMonth: (month: string) => void;
}

/** The month before (-1) or after (1). */
function beside(month: string, step: 1 | -1): string {
  const first = dayNumber(`${month}-01`);
  return monthOf(isoOf(step === 1 ? first + 31 : first - 1));
}

/** The month as a picture: what was written down on each day. */
export function Calendar({ job, month, now, onMonth }: CalendarProps) {
  const { huge } = useSize();
  const log = useMonth(job, month);
  const weeks = monthGrid(
    month,
    log.map(({ entry }) => entry),
  );
  const last = Object.keys(job.months).sort().pop() ?? month;
  const end = last > monthOf(now) ? last : monthOf(now);
  return (
    <Card>
      <View className="diary-month">
        <Button
          kind="ghost"
          small
          icon="back"
          label={copy.earlier}
          onPress={() => onMonth(beside(month, -1))}
        >
          {copy.earlier}
        </Button>
        <Box className="diary-month__name" role="status" live="polite">
          <Heading>{monthText(month)}</Heading>
        </Box>
        {month < end && (
          <Button
            kind="ghost"
            small
            iconAfter="next"
            label={copy.later}
            onPress={() => onMonth(beside(month, 1))}
          >
            {copy.later}
          </Button>
        )}
      </View>
      {huge ? <Days job={job.id} weeks={weeks} /> : <Grid job={job.id} weeks={weeks} now={now} />}
      <Legend />
    </Card>
  );
}

type Weeks = ReturnType<typeof monthGrid>;

// a view of Taro's is a custom element in the browser, and a month has two hundred: plain ones are drawn sooner
function Grid({ job, weeks, now }: { job: string; weeks: Weeks; now: string }) {
  return (
    <Box className="diary-grid">
      {copy.week.map((day) => (
        <Box key={day} className="diary-grid__head" hidden>
          {day}
        </Box>
      ))}
      {weeks.map((week, row) =>
        week.map((mark, column) =>
          mark ? (
            <Square key={mark.day} job={job} mark={mark} current={mark.day === now} />
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: an empty square is its place
            <Box key={`${row}-${column}`} className="diary-day diary-day--other" />
          ),
        ),
      )}
    </Box>
  );
}

type Mark = keyof typeof copy.marks;
const ICONS: Readonly<Record<Mark, IconName>> = {
  full: 'status-ok',
  half: 'status-half',
  paid: 'butie',
  promise: 'message',
  note: 'document',
};
const ORDER = ['full', 'half', 'paid', 'promise', 'note'] as const;

function marksOf(day: DayMark): readonly Mark[] {
  const work: readonly Mark[] = day.worked ? [day.halves === 1 && !day.minutes ? 'half' : 'full'] : [];
  return [
    ...work,
    ...(day.paid > 0 ? (['paid'] as const) : []),
    ...(day.promise ? (['promise'] as const) : []),
    ...(day.note && !day.worked ? (['note'] as const) : []),
  ];
}

function said(day: DayMark): string {
  const parts = [
    workText(day),
    day.paid > 0 ? copy.paidWord(groupedYuan(day.paid)) : '',
    day.promise ? copy.promiseWord : '',
    day.note ? copy.noteWord : '',
  ].filter(Boolean);
  return parts.join('，') || (day.worked ? copy.legend.full : copy.nothing);
}

const Square = memo(function Square({
  job,
  mark,
  current,
}: {
  job: string;
  mark: DayMark;
  current: boolean;
}) {
  const { day } = mark;
  const marks = marksOf(mark);
  const [, , number] = partsOf(dayNumber(day));
  const words = `${monthDayText(day)}${weekday(day)}，${said(mark)}`;
  return (
    <Press
      className={`diary-day ${current ? 'diary-day--today' : ''} ${marks.length > 0 ? 'diary-day--on' : ''}`}
      to={routes.diaryDay(job, day)}
      spoken={words}
      current={current}
    >
      <Box className="ui-unseen">{words}</Box>
      <Box className="diary-day__inside" hidden>
        <Box className="diary-day__number">{number}</Box>
        {marks.map((one) => (
          <MarkOf key={one} mark={one} />
        ))}
      </Box>
    </Press>
  );
});

const MarkOf = ({ mark }: { mark: Mark }) => (
  <Box className={`diary-mark diary-mark--${mark}`}>
    <Icon name={ICONS[mark]} size={16} />
    <Box className="diary-mark__word">{copy.marks[mark]}</Box>
  </Box>
);

/** In the largest letters a grid of seven does not fit: the days that have something, one a line. */
function Days({ job, weeks }: { job: string; weeks: Weeks }) {
  const days = weeks
    .flat()
    .filter((one) => one !== null && marksOf(one).length > 0)
    .reverse();
  if (days.length === 0) return <View className="diary-pad">{copy.monthEmpty}</View>;
  return (
    <>
      {days.map(
        (mark) =>
          mark && (
            <Row
              key={mark.day}
              icon={ICONS[marksOf(mark)[0] ?? 'note']}
              title={monthDayText(mark.day)}
              line={`${weekday(mark.day)}，${said(mark)}`}
              to={routes.diaryDay(job, mark.day)}
            />
          ),
      )}
    </>
  );
}

function Legend() {
  return (
    <View className="diary-legend">
      {ORDER.map((mark) => (
        <View key={mark} className={`diary-legend__one diary-mark--${mark}`}>
          <Icon name={ICONS[mark]} size={18} />
          <View className="diary-legend__word">{copy.legend[mark]}</View>
        </View>
      ))}
      <View className="diary-legend__one">{copy.legend.none}</View>
    </View>
  );
}
