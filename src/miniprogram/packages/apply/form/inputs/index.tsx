import { View } from '@tarojs/components';
import { Choice, ChoiceGroup, DateField, Icon, Notice } from '@/ui';
import { copy } from '../copy';
import { Chosen, Many, YesNo } from './choices';
import { CountyInput } from './county';
import { ListInput } from './list';
import { MonthInput } from './month';
import type { InputProps } from './props';
import { BankInput, LongTextInput, MoneyInput, NumberInput, TextInput } from './typed';

/** The input of one question, with 不清楚 below it where that is an answer. */
export function QuestionInput(props: InputProps & { warning: string | null }) {
  const { question, error, warning } = props;
  const ownError = TYPED.includes(question.kind);
  return (
    <>
      <Input {...props} />
      {question.optional && !question.unsure && ownError && (
        <View className="form-quiet">{copy.optional}</View>
      )}
      {warning && (
        <Notice tone="ask" icon="flag" inset live>
          {warning}
        </Notice>
      )}
      <LeaveOut {...props} alone={!CHOSEN.includes(question.kind)} />
      <View className="form-remind" aria-live="polite">
        {error && !ownError && (
          <>
            <Icon name="status-no" size={20} className="form-remind__mark" />
            {error}
          </>
        )}
      </View>
    </>
  );
}

/** Kinds whose field shows its own error, kinds that are a list to choose from. */
const TYPED: readonly string[] = [
  'text',
  'long_text',
  'number',
  'money',
  'phone',
  'name',
  'id_number',
  'bank_account',
  'credit_code',
];
const CHOSEN: readonly string[] = ['yes_no', 'choice', 'semester'];

function Input(props: InputProps) {
  switch (props.question.kind) {
    case 'yes_no':
      return <YesNo {...props} />;
    case 'choice':
    case 'semester':
      return <Chosen {...props} />;
    case 'many':
      return <Many {...props} />;
    case 'date':
      return <DateInput {...props} />;
    case 'month':
      return <MonthInput {...props} />;
    case 'county':
      return <CountyInput {...props} />;
    case 'list':
      return <ListInput {...props} />;
    case 'number':
      return <NumberInput {...props} />;
    case 'money':
      return <MoneyInput {...props} />;
    case 'long_text':
      return <LongTextInput {...props} />;
    case 'bank_account':
      return <BankInput {...props} />;
    default:
      return <TextInput {...props} />;
  }
}

const dayOf = (limit: number | string | undefined, today: string): string | undefined =>
  limit === undefined ? undefined : limit === 'today' ? today : String(limit);

function DateInput({ question, value, onAnswer, today }: InputProps) {
  return (
    <DateField
      label={question.label}
      value={typeof value === 'string' ? value : null}
      min={dayOf(question.min, today)}
      max={dayOf(question.max, today)}
      onChange={onAnswer}
    />
  );
}

/** 不清楚 under a field; a list to choose from has it among its choices. */
function LeaveOut({ question, value, onAnswer, alone }: InputProps & { alone: boolean }) {
  if (!alone || !question.unsure) return null;
  return (
    <ChoiceGroup label={copy.unsure.title}>
      <Choice
        title={copy.unsure.title}
        line={copy.unsure.line}
        icon="status-ask"
        quiet
        selected={value === null}
        onSelect={() => onAnswer(null)}
      />
    </ChoiceGroup>
  );
}
