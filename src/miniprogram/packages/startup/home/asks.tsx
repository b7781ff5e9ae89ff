import { View } from '@tarojs/components';
import type { Answer, Answers, Service, ServiceQuestion } from '@/domain/cases';
import { drawsOn } from '@/domain/cases/bundle';
import { Check, Choice, ChoiceGroup, Heading, Section } from '@/ui';
import { copy } from './copy';

/** Questions of the form that draw the road; what is said here stands in the form. */
const DRAWING = ['licensed', 'kind', 'wants'];

interface AsksProps {
  region: string;
  service: Service;
  answers: Answers;
  onAnswer: (id: string, value: Answer) => void;
}

export function Asks({ service, region, answers, onAnswer }: AsksProps) {
  const { bundle, questions } = service;
  const asked = questions.filter(
    ({ id }) => DRAWING.includes(id) && bundle !== undefined && drawsOn(bundle, region, id),
  );
  return (
    <Section title={copy.ask.title}>
      {asked.map((question) => (
        <View key={question.id} className="start-ask">
          <Heading level={3} className="start-ask__title">
            {question.title}
          </Heading>
          {question.kind === 'many' ? (
            <Many question={question} value={answers[question.id]} onAnswer={onAnswer} />
          ) : (
            <One question={question} value={answers[question.id]} onAnswer={onAnswer} />
          )}
        </View>
      ))}
    </Section>
  );
}

interface AskProps {
  question: ServiceQuestion;
  value: Answer | undefined;
  onAnswer: AsksProps['onAnswer'];
}

function One({ question: { id, title, options = [], unsure }, value, onAnswer }: AskProps) {
  return (
    <ChoiceGroup label={title}>
      {options.map((option) => (
        <Choice
          key={option.value}
          title={option.label}
          {...(option.hint !== undefined && { line: option.hint })}
          selected={value === option.value}
          onSelect={() => onAnswer(id, option.value)}
        />
      ))}
      {unsure && (
        <Choice quiet title={copy.ask.unsure} selected={value === null} onSelect={() => onAnswer(id, null)} />
      )}
    </ChoiceGroup>
  );
}

function Many({ question: { id, options = [] }, value, onAnswer }: AskProps) {
  const said: readonly string[] = Array.isArray(value) ? value : [];
  const toggle = (one: string, on: boolean) =>
    onAnswer(id, on ? [...said, one] : said.filter((other) => other !== one));
  return (
    <>
      {options.map((option) => (
        <Check
          key={option.value}
          title={option.label}
          checked={said.includes(option.value)}
          onChange={(on) => toggle(option.value, on)}
        />
      ))}
    </>
  );
}
