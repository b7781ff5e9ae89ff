import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CallError } from '@/client/call';
import { today } from '@/client/clock';
import { choicesOf, knownText } from '@/client/known-text';
import { dispute } from '@/client/register';
import { type FactValue, factSpec } from '@/domain/eligibility/facts';
import type { Region } from '@/domain/eligibility/pack';
import { type MergedFact, personMaySay } from '@/domain/register/merge';
import { Button } from './button';
import { Choice, ChoiceGroup } from './choice';
import { DateField } from './date-field';
import { Problem } from './problem';
import { Sheet } from './sheet';
import { TextField } from './text-field';

interface DisputeSheetProps {
  /** what is wrong; null: closed */
  known: MergedFact | null;
  region: Region | undefined;
  onClose: () => void;
  onSent: () => void;
}

/** 这不对: what is right, in one's own words if wanted, to the office. */
export function DisputeSheet({ known, ...rest }: DisputeSheetProps) {
  return (
    <Sheet open={known !== null} title="这一条不对？" onClose={rest.onClose}>
      {known && <DisputeForm key={known.fact} known={known} {...rest} />}
    </Sheet>
  );
}

function DisputeForm({ known, region, onClose, onSent }: DisputeSheetProps & { known: MergedFact }) {
  const { fact, register } = known;
  const [said, setSaid] = useState<FactValue | null | undefined>();
  const [note, setNote] = useState('');
  const [reminded, setReminded] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const { title } = knownText(known, region);
  const choices = choicesOf(fact, region).filter(({ value }) => value !== register?.value);
  const isDate = factSpec(fact).type === 'date';
  // what cannot be chosen here is written down
  const words = note.trim();
  const ready = said !== undefined || (choices.length === 0 && words !== '');
  const send = () => {
    setReminded(true);
    setError(null);
    if (ready) dispute(fact, said ?? null, words).then(onSent, setError);
  };
  const registered = knownText(
    { ...known, by: 'register', value: register?.value ?? null, said: null },
    region,
  );
  return (
    <View className="ui-dispute">
      <View>{`${title}：台账写的是“${registered.value ?? '没有写'}”（${registered.source}）`}</View>
      {isDate && (
        <DateField
          label="应该是哪一天？"
          value={typeof said === 'string' ? said : null}
          max={today()}
          onChange={setSaid}
        />
      )}
      {choices.length > 0 && (
        <ChoiceGroup label="应该是什么？">
          {choices.map(({ value, label }) => (
            <Choice key={label} title={label} selected={said === value} onSelect={() => setSaid(value)} />
          ))}
          <Choice title="说不清，请核实" quiet selected={said === null} onSelect={() => setSaid(null)} />
        </ChoiceGroup>
      )}
      <TextField
        label={choices.length > 0 || isDate ? '想说明的（可以不填）' : '应该是什么？'}
        value={note}
        onChange={setNote}
        error={reminded && !ready ? '请选一个，或者写清楚应该是什么' : undefined}
      />
      <View className="ui-known__source">
        {personMaySay(fact)
          ? '送出以后，先按您说的算；台账由办事部门核实更正。'
          : '送出以后，由办事部门核实。答复以前照台账算，您说的也会写在旁边。'}
      </View>
      <Problem error={error} />
      <View className="ui-sheet__actions">
        <Button kind="secondary" block onPress={onClose}>
          不了
        </Button>
        <Button block onPress={send}>
          请更正
        </Button>
      </View>
    </View>
  );
}
