import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { useCounty } from '@/client/county';
import type { Answers, Service } from '@/domain/cases';
import { oddAnswer } from '@/domain/wages/odd-answers';
import { Card, Icon, Notice, Page, Row, Section, StepHead } from '@/ui';
import { answerText } from '../parts/answer-text';
import type { UsePrefill } from '../parts/use-prefill';
import { CheckBar } from './check-bar';
import { copy } from './copy';
import { Named } from './named';
import { Problems, problemsOf, toldOf } from './problems';
import { Sign, signatureOf } from './sign';
import { type Step, stepProblem } from './steps';
import type { UseFilling } from './use-filling';
import { useSubmit } from './use-submit';

interface CheckStepProps {
  service: Service;
  filling: UseFilling;
  prefill: UsePrefill;
  today: string;
  onHanded: (id: string) => void;
  onChange: (step: string) => void;
  onBack: () => void;
  note: ReactNode;
}

/** Everything once more, each with the way to change it; what filing means; the last tap. */
export function CheckStep(props: CheckStepProps) {
  const { service, filling, prefill, today, onChange, onBack, note } = props;
  const { steps, answers, use } = filling;
  const county = useCounty();
  const [wanted, setWanted] = useState(false);
  const [named, setNamed] = useState<boolean | null>(service.applicant === 'anyone' ? null : true);
  const { busy, error, submit } = useSubmit(service, filling, props.onHanded);
  const questions = steps.filter((step) => step.kind === 'question');
  const papers = steps.filter((step) => step.kind === 'paper');
  const failed = use.form.files.filter(({ state }) => state === 'failed');
  const open = problemsOf(steps, (step) => stepProblem(step, answers, filling, today), failed);
  const problems = wanted && open.length > 0 ? open : toldOf(steps, error);
  const send = () => {
    setWanted(true);
    if (open.length === 0 && named !== null) submit(!named);
  };
  const shown = (step: Step & { kind: 'question' }) =>
    answerText(step.question, answers[step.id], county) ?? copy.check.empty;
  return (
    <Page
      title={service.title}
      bar={<CheckBar service={service} named={named} busy={busy} onBack={onBack} onSend={send} />}
      barNote={
        <>
          <Icon name="lock" size={18} />
          {copy.saved[use.saved]}
        </>
      }
    >
      {note}
      <StepHead
        title={copy.check.title}
        line={copy.check.line}
        more={[
          ...questions.map((step) => `${step.question.label}：${shown(step)}`),
          service.effect.text,
          copy.check.declaration,
          service.declaration,
        ]}
      />
      <Problems problems={problems} error={error} onChange={onChange} />
      {service.area === 'arrears' && (
        <Odd steps={questions} answers={answers} today={today} onChange={onChange} />
      )}
      <Section title={copy.check.answers}>
        <Card>
          {questions.map((step) => (
            <Row
              key={step.id}
              title={step.question.label}
              line={shown(step)}
              note={copy.check.edit}
              onPress={() => onChange(step.id)}
            />
          ))}
        </Card>
      </Section>
      {(papers.length > 0 || prefill.known.papers.length > 0) && (
        <Section title={copy.check.papers}>
          <Card>
            {papers.map((step) => (
              <Row
                key={step.id}
                icon="document"
                title={step.paper.title}
                line={filesLine(use.form.files.filter(({ evidence }) => evidence === step.id))}
                note={copy.check.edit}
                onPress={() => onChange(step.id)}
              />
            ))}
            {service.evidence.map(({ id, title }) => {
              const paper = prefill.known.papers.find((one) => one.evidence === id);
              const replaced = papers.some((step) => step.id === id);
              return paper && !replaced ? (
                <Row
                  key={id}
                  icon="status-ok"
                  iconClass="ui-ink--ok"
                  title={title}
                  line={copy.paper.here(paper.text)}
                  note={copy.paper.also}
                  onPress={() => {
                    filling.handInAlso(id);
                    onChange(id);
                  }}
                />
              ) : null;
            })}
          </Card>
        </Section>
      )}
      {signatureOf(service) && <Sign filling={filling} />}
      {service.applicant === 'anyone' && <Named named={named} reminded={wanted} onChoose={setNamed} />}
      <Card pad title={copy.check.effect}>
        <View>{service.effect.text}</View>
        <View className="form-declare">
          <View className="form-label">{copy.check.declaration}</View>
          <View>{service.declaration}</View>
        </View>
      </Card>
    </Page>
  );
}

interface OddProps extends Pick<CheckStepProps, 'today' | 'onChange'> {
  steps: readonly (Step & { kind: 'question' })[];
  answers: Answers;
}

/** What contradicts itself is asked back once more; it may stand all the same. */
function Odd({ steps, answers, today, onChange }: OddProps) {
  return (
    <>
      {steps.map(({ id, question }) => {
        const odd = oddAnswer(id, answers, today);
        return odd === null ? null : (
          <Notice
            key={id}
            tone="ask"
            icon="status-ask"
            title={question.label}
            action={{
              text: copy.check.edit,
              onPress: () => onChange(id),
              label: `${copy.check.edit}${question.label}`,
            }}
            inset
          >
            {odd}
          </Notice>
        );
      })}
    </>
  );
}

/** 2 份，其中 1 份还在传 */
function filesLine(files: UseFilling['use']['form']['files']): string {
  if (files.length === 0) return copy.check.noFiles;
  const moving = files.filter(({ state }) => state === 'waiting' || state === 'sending').length;
  return [copy.check.files(files.length), ...(moving > 0 ? [copy.check.onTheWay(moving)] : [])].join('，');
}
