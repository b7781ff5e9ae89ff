import { useMemo, useState } from 'react';
import { useForm } from '@/client/form';
import { type Answers, answersToKeep, type Service } from '@/domain/cases';
import type { UsePrefill } from '../parts/use-prefill';
import { type Filling, type Step, stepsOf } from './steps';

/** The form with what is known besides: what counts is the person's answer, then what was known before. */
export interface UseFilling extends Filling {
  readonly use: ReturnType<typeof useForm>;
  readonly answers: Answers;
  readonly steps: readonly Step[];
  /** a paper that is here already is handed in anew */
  readonly handInAlso: (paper: string) => void;
  /** what is sent: only what is asked, and the files of earlier cases that stand for a paper */
  readonly sent: () => {
    readonly answers: Answers;
    readonly files: { readonly file: string; readonly evidence: string }[];
  };
}

export function useFilling(service: Service, { known: before }: UsePrefill): UseFilling {
  const use = useForm(service);
  const { form } = use;
  const [also, setAlso] = useState<readonly string[]>([]);
  const filling = useMemo(() => {
    const answers = { ...before.answers, ...form.answers };
    // a condition on the register's facts is unknown here, so its question is asked; the server leaves it out
    const known = { answers, facts: {} };
    const files: Record<string, number> = {};
    for (const { evidence } of form.files) files[evidence] = (files[evidence] ?? 0) + 1;
    const here = before.papers.map(({ evidence }) => evidence);
    const own = form.files.map(({ file, evidence }) => ({ file, evidence }));
    const earlier = before.papers
      .filter(({ evidence }) => !(files[evidence] ?? 0))
      .flatMap((paper) => paper.files.map((file) => ({ file, evidence: paper.evidence })));
    const sent = () => ({ answers: answersToKeep(service, known), files: [...own, ...earlier] });
    const steps = stepsOf(service, { known, here, also, files });
    return { answers, known, files, here, also, sent, steps };
  }, [form, before, service, also]);
  return { ...filling, use, handInAlso: (paper) => setAlso((known) => [...known, paper]) };
}
