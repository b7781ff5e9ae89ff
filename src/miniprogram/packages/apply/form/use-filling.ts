import { useMemo } from 'react';
import { useForm } from '@/client/form';
import { type Answers, answersToKeep, type Service } from '@/domain/cases';
import type { UsePrefill } from '../parts/use-prefill';
import { type FileCounts, type Filling, type Step, stepsOf } from './steps';

/** The form with what is known besides: what counts is the person's answer, then what was known before. */
export interface UseFilling extends Filling {
  readonly use: ReturnType<typeof useForm>;
  readonly answers: Answers;
  readonly steps: readonly Step[];
  /** what is sent: only what is asked, and the files of earlier cases that stand for a paper */
  readonly sent: () => {
    readonly answers: Answers;
    readonly files: { readonly file: string; readonly evidence: string }[];
  };
}

export function useFilling(service: Service, { known: before }: UsePrefill): UseFilling {
  const use = useForm(service);
  const { form } = use;
  return useMemo(() => {
    const answers = { ...before.answers, ...form.answers };
    // a condition on the register's facts is unknown here, so its question is asked; the server leaves it out
    const known = { answers, facts: {} };
    const files: Record<string, number> = {};
    for (const { evidence } of form.files) files[evidence] = (files[evidence] ?? 0) + 1;
    const here = before.papers.map(({ evidence }) => evidence);
    const sent = () => ({
      answers: answersToKeep(service, known),
      files: [
        ...form.files.map(({ file, evidence }) => ({ file, evidence })),
        ...before.papers.flatMap((paper) =>
          (files[paper.evidence] ?? 0) > 0
            ? []
            : paper.files.map((file) => ({ file, evidence: paper.evidence })),
        ),
      ],
    });
    const counts: FileCounts = files;
    return {
      use,
      answers,
      known,
      files: counts,
      here,
      sent,
      steps: stepsOf(service, { known, here, files }),
    };
  }, [use, form, before, service]);
}
