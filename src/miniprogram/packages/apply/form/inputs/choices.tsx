import type { Answer, AnswerOption } from '@/domain/cases';
import { Check, Choice, ChoiceGroup } from '@/ui';
import { copy, YES_NO_ICONS } from '../copy';
import { semesterChoices } from '../semesters';
import type { InputProps } from './props';

export function YesNo(props: InputProps) {
  const { question, value, onAnswer } = props;
  return (
    <ChoiceGroup label={question.title}>
      <Choice
        title={copy.yes}
        icon={YES_NO_ICONS.yes}
        selected={value === true}
        onSelect={() => onAnswer(true)}
      />
      <Choice
        title={copy.no}
        icon={YES_NO_ICONS.no}
        selected={value === false}
        onSelect={() => onAnswer(false)}
      />
      <NoAnswer {...props} />
    </ChoiceGroup>
  );
}

/** One of several; a semester is one of those up to today's. */
export function Chosen(props: InputProps) {
  const { question, value, onAnswer, today } = props;
  const options: readonly AnswerOption[] =
    question.kind === 'semester'
      ? semesterChoices(today, question.min, question.max)
      : (question.options ?? []);
  return (
    <ChoiceGroup label={question.title}>
      {options.map((option) => (
        <Choice
          key={option.value}
          title={option.label}
          line={option.hint}
          selected={value === option.value}
          onSelect={() => onAnswer(option.value)}
        />
      ))}
      <NoAnswer {...props} />
    </ChoiceGroup>
  );
}

/** 不清楚 as a full answer, or the right not to say. */
function NoAnswer({ question, value, onAnswer }: InputProps) {
  if (!question.unsure && !question.optional) return null;
  const { title, line } = question.unsure ? copy.unsure : copy.skip;
  return (
    <Choice
      title={title}
      line={line}
      icon={question.unsure ? 'status-ask' : 'status-none'}
      quiet
      selected={value === null}
      onSelect={() => onAnswer(null)}
    />
  );
}

const chosenOf = (value: Answer | undefined): readonly string[] =>
  typeof value === 'object' && value !== null ? value : [];

export function Many({ question, value, onAnswer }: InputProps) {
  const chosen = chosenOf(value);
  const options = question.options ?? [];
  const toggle = (one: string, on: boolean) =>
    // in the order of the file, however they were ticked
    onAnswer(options.map((option) => option.value).filter((id) => (id === one ? on : chosen.includes(id))));
  return (
    <>
      {options.map((option) => (
        <Check
          key={option.value}
          title={option.label}
          line={option.hint}
          checked={chosen.includes(option.value)}
          onChange={(on) => toggle(option.value, on)}
        />
      ))}
    </>
  );
}
