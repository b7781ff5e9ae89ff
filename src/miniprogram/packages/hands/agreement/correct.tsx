import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { newId } from '@/client/new-id';
import { hundredthsOf, typedOf } from '@/client/typed-number';
import type { AgreementView, TermsInput } from '@/contract/hands';
import { HAND_PAY_UNITS, type HandPayUnit, termsProblems } from '@/domain/hands';
import { Button, DateField, Field, Problem, Sheet } from '@/ui';
import { Select } from '@/ui/select';
import { copy } from './copy';

interface CorrectProps {
  of: AgreementView;
  onClose: () => void;
  onDone: () => void;
}

const UNITS = HAND_PAY_UNITS.map((value) => ({ value, label: copy.units[value] }));

/** What either side can put right, until both have said "just so". */
export function Correct({ of, onClose, onDone }: CorrectProps) {
  const { place, day, from, to, work, pay_fen, pay_unit, paid } = of.terms;
  const [id] = useState(newId);
  const [draft, setDraft] = useState({
    place,
    day,
    from,
    to,
    work,
    pay_unit,
    paid,
    amount: typedOf(pay_fen),
  });
  const [reminded, setReminded] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const { amount, ...rest } = draft;
  const terms: TermsInput = { ...rest, pay_fen: hundredthsOf(amount) ?? 0 };
  const problems = reminded ? termsProblems(terms) : [];
  const wrong = (at: keyof TermsInput) =>
    problems.find((one) => one.at === at)?.message ??
    error?.fields?.find(({ path }) => path === `terms.${at}`)?.message;
  const change = (patch: Partial<typeof draft>) => {
    setError(null);
    setDraft({ ...draft, ...patch });
  };
  const send = () => {
    setReminded(true);
    if (busy || termsProblems(terms).length > 0) return;
    setBusy(true);
    call('hands.propose', { id, record: of.id, about: of.about, terms }).then(onDone, (thrown: CallError) => {
      setBusy(false);
      setError(thrown);
    });
  };
  const changed = error?.name === 'CaseChanged';
  return (
    <Sheet open title={copy.correct} onClose={onClose}>
      <View className="hands-stack">
        <View className="hands-quiet">{copy.correctLine}</View>
        <Field
          label={copy.amount}
          kind="decimal"
          value={amount}
          maxLength={9}
          error={wrong('pay_fen')}
          onChange={(next) => change({ amount: next })}
        />
        <Select
          label={copy.per}
          options={UNITS}
          value={draft.pay_unit}
          onChange={(next) => change({ pay_unit: next as HandPayUnit })}
        />
        <Field
          label={copy.paid}
          value={draft.paid}
          maxLength={60}
          error={wrong('paid')}
          onChange={(next) => change({ paid: next })}
        />
        <Field
          label={copy.work}
          value={draft.work}
          maxLength={60}
          error={wrong('work')}
          onChange={(next) => change({ work: next })}
        />
        <Field
          label={copy.where}
          value={draft.place}
          maxLength={160}
          error={wrong('place')}
          onChange={(next) => change({ place: next })}
        />
        <DateField label={copy.day} value={draft.day} onChange={(next) => change({ day: next })} />
        <Field
          label={copy.from}
          hint={copy.timeHint}
          value={draft.from}
          maxLength={5}
          error={wrong('from')}
          onChange={(next) => change({ from: next })}
        />
        <Field
          label={copy.to}
          hint={copy.timeHint}
          value={draft.to}
          maxLength={5}
          error={wrong('to')}
          onChange={(next) => change({ to: next })}
        />
        <Problem error={error} {...(changed && { line: copy.changed })} />
        <Button block onPress={send}>
          {busy ? copy.tapping : copy.save}
        </Button>
      </View>
    </Sheet>
  );
}
