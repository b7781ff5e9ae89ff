/** An applicant as the unit reads them, and for how long it can call them. */

import type { ApplicantView } from '@/contract/work';
import { dayInChina } from '@/domain/calendar/china';
import { applicationState, isPhoneShown, MAY_ANSWER } from '@/domain/jobs/application';
import type { CaseRecord } from '../cases/record';
import { answerText } from '../cases/words';
import type { Context } from '../context';
import { interviewIn, type PostingRow } from './applying';
import type { Offerer } from './offerer';

export interface Applied {
  readonly about: PostingRow;
  readonly answeredAt: Date | null;
}

/** The day on which nobody was wanted any more. */
function endedOn({ state, openUntil, changedAt }: PostingRow, today: string): string | null {
  if (state === 'closed' || state === 'withdrawn') return dayInChina(changedAt);
  return openUntil < today ? openUntil : null;
}

export function applicantView(
  { today }: Context,
  { as }: Offerer,
  { about, answeredAt }: Applied,
  record: CaseRecord,
): ApplicantView {
  const { row, at, ground } = record;
  const interview = interviewIn(record);
  const state = applicationState(at.state, interview !== null);
  const said = (id: string): string | null => {
    const question = ground.service.questions.find((one) => one.id === id);
    const answer = at.answers[id];
    if (!question || answer === undefined || answer === null || answer === '') return null;
    return answerText(question, answer, (code) => code);
  };
  const called =
    as === 'staff' ||
    isPhoneShown(
      {
        ended_on: endedOn(about, today),
        declined_on: state === 'declined' && answeredAt ? dayInChina(answeredAt) : null,
        interview_on: interview?.on ?? null,
      },
      today,
    );
  return {
    id: row.id,
    number: row.number,
    version: at.version,
    state,
    sent_on: row.filedOn,
    name: said('name') ?? '',
    phone: called ? (said('phone') ?? '') : null,
    skills: said('skills'),
    words: [said('words'), said('certificates')].filter(Boolean).join('；') || null,
    start: said('start'),
    interview,
    answer_by: at.due?.on ?? null,
    may: [...MAY_ANSWER[state]],
  };
}
