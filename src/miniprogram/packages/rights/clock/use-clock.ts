import { useMemo } from 'react';
import { today } from '@/client/clock';
import { useMe } from '@/client/me';
import { type OwnMoment, useMoments } from '@/client/moments';
import { useCall } from '@/client/use-call';
import { type ClockEntry, clockOf } from '@/domain/wages/clock';
import type { LawBook, Moment } from '@/domain/wages/law';
import { useWageForm } from '../parts/form-gate';

export interface UseClock {
  readonly entries: readonly ClockEntry[];
  /** everything that happened, the oldest first */
  readonly moments: readonly Moment[];
  /** those the person noted here */
  readonly own: readonly OwnMoment[];
  /** what the notes are kept under */
  readonly about: string;
}

const asTruth = (answer: unknown): boolean | null => (typeof answer === 'boolean' ? answer : null);

/** What happened, from the case, the form and the person's own notes, and every deadline that follows from it. */
export function useClock(
  law: LawBook,
  { case: caseId, form: formId }: { case?: string | undefined; form?: string | undefined },
): UseClock {
  const { signed } = useMe();
  const { data } = useCall('cases.show', { id: caseId ?? '' }, signed && caseId !== undefined);
  const form = useWageForm(formId);
  const about = caseId ?? form?.id ?? 'wages';
  const own = useMoments(about);
  const left = caseId === undefined ? form?.answers.left_on : undefined;
  const filed = data?.moments;
  const shift = data?.shift ?? null;
  const employed = caseId === undefined ? asTruth(form?.answers.still_working) : null;
  return useMemo(() => {
    const moments: Moment[] = [
      ...(typeof left === 'string' && left !== '' ? [{ kind: 'employment_ended' as const, on: left }] : []),
      ...(filed ?? []),
      ...own.map(({ kind, on, id }) => ({ kind, on, from: id })),
    ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
    const entries = clockOf(law, moments, { calendar: law.calendar, today: today(), employed, shift });
    return { entries, moments, own, about };
  }, [law, left, employed, filed, shift, own, about]);
}
