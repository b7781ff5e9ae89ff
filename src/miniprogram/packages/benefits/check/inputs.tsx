import { View } from '@tarojs/components';
import { useState } from 'react';
import type { UseAnswers } from '@/client/answers';
import type { ChosenPlace } from '@/client/place';
import { chosenOption, homeCodeOf, type Option, type Pack, type Question } from '@/domain/eligibility';
import { PROVINCES } from '@/domain/geo/provinces';
import { Choice, ChoiceGroup, DateField, Field } from '@/ui';
import { copy, OPTION_ICONS } from './copy';
import { semesterOptions } from './semesters';

export interface InputProps {
  question: Question;
  answers: UseAnswers;
  pack: Pack;
  place: ChosenPlace | null;
  asOf: string;
}

/** The answers of one question, 不清楚 always among them. */
export function QuestionInput(props: InputProps) {
  const { question, asOf } = props;
  switch (question.input.kind) {
    case 'choice':
      return <Choices {...props} options={inProvince(question.input.options, props.pack.region.province)} />;
    case 'home':
      return <HomeInput {...props} />;
    case 'semester':
      return <Choices {...props} options={semesterOptions(question.input.fact, asOf)} />;
    case 'date':
      return <DateInput {...props} />;
    case 'number':
      return <NumberInput {...props} />;
  }
}

const inProvince = (options: readonly Option[], province: string): readonly Option[] =>
  options.map((option) => ({ ...option, label: option.label.replace('{province}', province) }));

function Choices({ question, answers, options }: InputProps & { options: readonly Option[] }) {
  const chosen = chosenOption({ ...question, input: { kind: 'choice', options } }, answers.facts);
  return (
    <ChoiceGroup label={question.title}>
      {options.map((option) => (
        <Choice
          key={option.id}
          title={option.label}
          line={option.hint}
          icon={OPTION_ICONS[option.id]}
          selected={chosen?.id === option.id}
          onSelect={() => answers.choose(question, option)}
        />
      ))}
      <Unclear question={question} answers={answers} />
    </ChoiceGroup>
  );
}

function Unclear({ question, answers }: Pick<InputProps, 'question' | 'answers'>) {
  return (
    <Choice
      title={copy.unclear.label}
      line={copy.unclear.line}
      icon="status-ask"
      quiet
      selected={isSkipped(question, answers)}
      onSelect={() => answers.skip(question)}
    />
  );
}

export const isSkipped = (question: Question, { skipped }: UseAnswers): boolean =>
  question.facts.every((id) => skipped.includes(id));

/** Which ledger county: here, another one of this province, another province. */
function HomeInput({ question, answers, pack, place }: InputProps) {
  const { region } = pack;
  const unit = region.units.find(({ id }) => id === place?.unit) ?? region.units[0];
  const here = unit ? homeCodeOf(unit, region.id) : region.id;
  const home = answers.facts.home_county;
  const others = region.units.filter(({ id, abolished_on }) => id !== unit?.id && !abolished_on);
  const [open, setOpen] = useState<'province' | 'elsewhere' | null>(startOpen(home, here));
  const give = (code: string) =>
    answers.choose(question, { id: code, label: '', sets: { home_county: code } });
  // a region of one county knows no others by name: the province's own code stands for "not here"
  const province = `${region.id.slice(0, 2)}0000`;
  const pickProvince = () => {
    if (others.length > 0) return setOpen('province');
    setOpen(null);
    give(province);
  };
  const nested =
    open === 'province'
      ? others.map((other) => ({ code: homeCodeOf(other, region.id), name: other.name }))
      : open === 'elsewhere'
        ? PROVINCES.filter(({ code }) => code !== province)
        : [];
  const away = open === null && home === province && home !== here && others.length === 0;
  return (
    <>
      <ChoiceGroup label={question.title}>
        <Choice
          title={copy.home.here(unit?.name ?? region.name)}
          icon="location"
          selected={open === null && home === here}
          onSelect={() => {
            setOpen(null);
            give(here);
          }}
        />
        <Choice
          title={copy.home.sameProvince(region.province)}
          icon="bus"
          selected={open === 'province' || away}
          onSelect={pickProvince}
        />
        <Choice
          title={copy.home.elsewhere}
          icon="train"
          selected={open === 'elsewhere'}
          onSelect={() => setOpen('elsewhere')}
        />
        <Unclear question={question} answers={answers} />
      </ChoiceGroup>
      {nested.length > 0 && (
        <View className="check-nested">
          <View className="check-nested__title">{copy.home.which}</View>
          <ChoiceGroup label={copy.home.which}>
            {nested.map(({ code, name }) => (
              <Choice key={name} title={name} selected={home === code} onSelect={() => give(code)} />
            ))}
          </ChoiceGroup>
        </View>
      )}
    </>
  );
}

function startOpen(home: unknown, here: string): 'province' | 'elsewhere' | null {
  if (typeof home !== 'string' || home === here) return null;
  if (home.slice(0, 2) !== here.slice(0, 2)) return 'elsewhere';
  return home.endsWith('0000') ? null : 'province';
}

function DateInput({ question, answers, asOf }: InputProps) {
  if (question.input.kind !== 'date') return null;
  const { fact } = question.input;
  const value = answers.facts[fact];
  return (
    <>
      <DateField
        label={copy.date.label}
        value={typeof value === 'string' ? value : null}
        max={asOf}
        onChange={(day) => answers.choose(question, { id: 'given', label: '', sets: { [fact]: day } })}
      />
      <ChoiceGroup label={copy.unclear.label}>
        <Unclear question={question} answers={answers} />
      </ChoiceGroup>
    </>
  );
}

function NumberInput({ question, answers }: InputProps) {
  const fact = question.input.kind === 'number' ? question.input.fact : null;
  const known = fact === null ? null : answers.facts[fact];
  const [text, setText] = useState(typeof known === 'number' ? String(known) : '');
  if (question.input.kind !== 'number' || fact === null) return null;
  const good = /^\d{1,4}$/.test(text) && Number(text) <= 1200;
  const change = (next: string) => {
    setText(next);
    if (/^\d{1,4}$/.test(next) && Number(next) <= 1200) {
      answers.choose(question, { id: 'given', label: '', sets: { [fact]: Number(next) } });
    } else if (known !== undefined) {
      answers.answer(fact, null);
    }
  };
  return (
    <>
      <Field
        kind="number"
        label={`${copy.number.label}${question.input.unit ? `（${question.input.unit}）` : ''}`}
        value={text}
        onChange={change}
        error={text !== '' && !good ? copy.number.wrong : undefined}
        maxLength={4}
      />
      <ChoiceGroup label={copy.unclear.label}>
        <Unclear question={question} answers={answers} />
      </ChoiceGroup>
    </>
  );
}
