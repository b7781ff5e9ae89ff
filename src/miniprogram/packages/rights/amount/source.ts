import { type OwnJob, overtimeOf, owedOf } from '@/client/diary';
import type { Form } from '@/client/forms';
import { groupedYuan } from '@/domain/money/yuan';
import type { PayInput } from '@/domain/wages/amounts';
import { PAY_KINDS, type PayKind } from '@/domain/wages/diary';
import type { LawBook } from '@/domain/wages/law';
import type { Owed } from '@/domain/wages/owed';

type Known = Omit<PayInput, 'overtime' | 'left_for_arrears' | 'order_unmet' | 'today'>;

/** What a reckoning begins from: the answers of a form, or a job of the diary. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly known: Known;
  /** overtime minutes written down */
  readonly overtime: number;
  /** month by month, where the diary knows */
  readonly owed: Owed | null;
}

const isPayKind = (value: unknown): value is PayKind => PAY_KINDS.includes(value as PayKind);

export function fromForm({ id, answers }: Form, title: string): Source {
  const text = (name: string) => {
    const value = answers[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const fen = (name: string) => {
    const value = answers[name];
    return typeof value === 'number' ? value : null;
  };
  const total = fen('owed_total');
  return {
    id,
    title,
    overtime: 0,
    owed: null,
    known: {
      pay_kind: isPayKind(answers.pay_kind) ? answers.pay_kind : null,
      pay_rate: fen('pay_rate'),
      owed: { fen: total, how: total === null ? '' : `${groupedYuan(total)}元` },
      started_on: text('started_on'),
      ended_on: answers.still_working === false ? text('left_on') : null,
      contract: typeof answers.contract === 'boolean' ? answers.contract : null,
      county: text('county'),
    },
  };
}

export function fromJob(job: OwnJob, { pay }: LawBook): Source {
  const owed = owedOf(job, pay);
  return {
    id: job.id,
    title: job.title,
    overtime: overtimeOf(job),
    owed,
    known: {
      pay_kind: job.pay_kind,
      pay_rate: job.pay_rate,
      owed: owed.owed,
      started_on: job.started_on,
      ended_on: job.ended_on,
      contract: null,
      county: job.county,
    },
  };
}
