import { View } from '@tarojs/components';
import { useState } from 'react';
import { usePack } from '@/client/pack';
import { useService } from '@/client/services';
import { hundredthsOf } from '@/client/typed-number';
import type { LoanFigures } from '@/domain/cases/service';
import { type LoanAsked, loanProblem, type Repayment, rateOf } from '@/domain/startup/loan';
import { Card, Choice, ChoiceGroup, Field, Heading, Page, PhoneLink, ReadAloud } from '@/ui';
import { copy } from './copy';
import { Cost } from './cost';
import { Passage, Rule } from './rule';
import './index.scss';

/** What a loan would cost a month, and what finance pays of the interest: every sum with its arithmetic. */
export default function LoanPage() {
  const { service } = useService('startup');
  const { pack } = usePack();
  const figures = service?.bundle?.steps.find(({ loan }) => loan !== undefined)?.loan ?? null;
  return (
    <Page title={copy.title}>
      <Card pad>
        <View className="loan-head">
          <Heading>{copy.head}</Heading>
          <ReadAloud kind="round" what={copy.title} text={[copy.head, copy.line]} />
        </View>
        <View>{copy.line}</View>
      </Card>
      <Reckoner figures={figures} />
      {figures && <Rule figures={figures} />}
      {service && pack && <Passage service={service} pack={pack} />}
      <PhoneLink number="12333" block>
        {copy.ask}
      </PhoneLink>
    </Page>
  );
}

interface Typed {
  readonly fen: string;
  readonly months: string;
  readonly rate: string;
}

function Reckoner({ figures }: { figures: LoanFigures | null }) {
  const [typed, setTyped] = useState<Typed>({ fen: '', months: '', rate: '' });
  const [repayment, setRepayment] = useState<Repayment>('equal');
  const { asked, problems } = readOf(typed, repayment);
  const write = (key: keyof Typed) => (value: string) => setTyped((now) => ({ ...now, [key]: value }));
  return (
    <>
      <Field
        label={copy.fen}
        hint={copy.fenHint}
        kind="decimal"
        value={typed.fen}
        maxLength={14}
        error={problems.fen}
        onChange={write('fen')}
      />
      <Field
        label={copy.months}
        hint={copy.monthsHint}
        kind="number"
        value={typed.months}
        maxLength={4}
        error={problems.months}
        onChange={write('months')}
      />
      <Field
        label={copy.rate}
        hint={copy.rateHint}
        kind="decimal"
        value={typed.rate}
        maxLength={6}
        error={problems.rate}
        onChange={write('rate')}
      />
      <ChoiceGroup label={copy.how}>
        {(['equal', 'interest_first'] as const).map((way) => (
          <Choice key={way} {...copy[way]} selected={repayment === way} onSelect={() => setRepayment(way)} />
        ))}
      </ChoiceGroup>
      {asked && <Cost asked={asked} figures={figures} />}
    </>
  );
}

interface Read {
  /** null: something is missing or wrong */
  readonly asked: LoanAsked | null;
  readonly problems: Partial<Record<keyof Typed, string>>;
}

/** What was typed, as numbers. A field still empty is not wrong yet. */
function readOf(typed: Typed, repayment: Repayment): Read {
  const fen = hundredthsOf(typed.fen);
  const plain = typed.months.normalize('NFKC').trim();
  const months = /^\d{1,4}$/.test(plain) ? Number(plain) : null;
  const rate_bp = rateOf(typed.rate);
  const wrong = (key: keyof Typed, value: number | null) =>
    typed[key].trim() !== '' && value === null ? { [key]: copy.wrong[key] } : {};
  const problems = { ...wrong('fen', fen), ...wrong('months', months), ...wrong('rate', rate_bp) };
  if (fen === null || months === null || rate_bp === null) return { asked: null, problems };
  const asked = { fen, months, rate_bp, repayment };
  const problem = loanProblem(asked);
  return problem ? { asked: null, problems: { [problem.at]: problem.message } } : { asked, problems };
}
