/** Applications in words and colours. */
import type { ApplicationView } from '@/contract/work';
import { APPLICATION_STATES, type ApplicationState } from '@/domain/jobs/application';
import { STANDINGS, type Standing } from '@/domain/jobs/standing';
import type { StatusName } from '@/ui';
import { monthDayText, weekday } from '@/ui/date-text';

const TAGS: Readonly<Record<ApplicationState, StatusName>> = {
  sent: 'doing',
  seen: 'doing',
  invited: 'warning',
  taken: 'eligible',
  declined: 'expired',
  withdrawn: 'expired',
};
export const applicationTag = (state: ApplicationState): { status: StatusName; word: string } => ({
  status: TAGS[state],
  word: APPLICATION_STATES[state].title,
});

/** What the desk has said against the posting comes before how it stands. */
export const doubtTag = (standing: Standing): { status: StatusName; word: string } => ({
  status: standing === 'checking' ? 'warning' : 'not_eligible',
  word: STANDINGS[standing].word,
});

/** 11月25日（周三）09:30 */
export const interviewText = ({ on, time }: NonNullable<ApplicationView['interview']>): string =>
  `${dayWords(on)}${time}`;

export const dayWords = (iso: string): string => `${monthDayText(iso)}（${weekday(iso)}）`;

/** What waits for the person first, then what was sent last. */
const ORDER: Readonly<Record<ApplicationState, number>> = {
  invited: 0,
  taken: 1,
  seen: 2,
  sent: 2,
  declined: 3,
  withdrawn: 4,
};

export const inOrder = (all: readonly ApplicationView[]): readonly ApplicationView[] =>
  [...all].sort((one, other) => {
    const rank = ORDER[one.state] - ORDER[other.state];
    if (rank !== 0) return rank;
    if (one.state === 'invited') return (one.interview?.on ?? '') < (other.interview?.on ?? '') ? -1 : 1;
    return one.sent_on < other.sent_on ? 1 : -1;
  });

/** Interviews from today on, the next first: the calendar. */
export const interviewsAhead = (
  all: readonly ApplicationView[],
  today: string,
): readonly (ApplicationView & { readonly interview: NonNullable<ApplicationView['interview']> })[] =>
  all
    .flatMap((one) =>
      one.state === 'invited' && one.interview && one.interview.on >= today
        ? [{ ...one, interview: one.interview }]
        : [],
    )
    .sort((one, other) =>
      `${one.interview.on} ${one.interview.time}` < `${other.interview.on} ${other.interview.time}` ? -1 : 1,
    );
