import { useMemo } from 'react';
import type { CallError } from '@/client/call';
import { plainDays } from '@/client/case-words';
import { useMe } from '@/client/me';
import { useCall } from '@/client/use-call';
import type { OutputOf } from '@/contract/api';
import { type Answers, answerProblem, type Service } from '@/domain/cases';

export type Prefill = OutputOf<'cases.prefill'>;

export interface Known {
  /** the values that fit today's questions, under their ids */
  readonly answers: Answers;
  /** where each of them comes from */
  readonly from: Readonly<Record<string, { readonly source: 'register' | 'earlier'; readonly from: string }>>;
  /** papers that need not be handed in */
  readonly papers: Prefill['papers'];
}

const NOTHING: Known = { answers: {}, from: {}, papers: [] };

export interface UsePrefill {
  readonly known: Known;
  /** open cases of the same service, and why it cannot be filed now */
  readonly open: Prefill['open'];
  readonly closed: string | null;
  /** it is being asked for: what it answers should not be asked meanwhile */
  readonly loading: boolean;
  readonly error: CallError | null;
  readonly reload: () => Promise<void>;
}

/** What the register and earlier cases already know for a service; nothing signed out or without a network. */
export function usePrefill(service: Service, today: string): UsePrefill {
  const { signed } = useMe();
  const { data, error, reload } = useCall('cases.prefill', { service: service.id }, signed);
  const known = useMemo(() => (data ? knownOf(service, data, today) : NOTHING), [service, data, today]);
  return {
    known,
    open: data?.open ?? [],
    closed: data?.closed ? plainDays(data.closed) : null,
    loading: signed && data === null && error === null,
    error: signed ? error : null,
    reload,
  };
}

/** A value that could not be answered is none: the register writes some things in its own words. */
function knownOf(service: Service, { answers, papers }: Prefill, today: string): Known {
  const fitting = answers.filter(({ id, value }) => {
    const question = service.questions.find((one) => one.id === id);
    return question !== undefined && answerProblem(question, value, today) === null;
  });
  return {
    answers: Object.fromEntries(fitting.map(({ id, value }) => [id, value])),
    from: Object.fromEntries(fitting.map(({ id, source, from }) => [id, { source, from: plainDays(from) }])),
    papers: papers.map((paper) => ({ ...paper, text: plainDays(paper.text) })),
  };
}
