import { View } from '@tarojs/components';
import { dueWords } from '@/client/case-words';
import { routes } from '@/client/routes';
import { useService } from '@/client/services';
import type { Filed } from '@/contract/cases';
import { Button, Card, Hero, Notice, Num, Page, PhoneLink, Row, Section } from '@/ui';
import { Keep } from '../../cases/parts/keep';
import { NumberLine } from '../../cases/parts/number-line';
import { AskAfterFiling } from '../../inbox/parts/ask-after-filing';
import { copy } from './copy';

export interface Sent extends Pick<Filed, 'id' | 'number' | 'due' | 'office'> {
  readonly title: string;
  readonly service: string;
}

/** Its number, what comes next, by when, whom to ask, and something to keep. */
export function Delivered({ sent, again }: { sent: Sent; again: boolean }) {
  const { id, number, due, office, title } = sent;
  const { effect, about } = useService(sent.service).service ?? {};
  const ahead = effect?.kind === 'pre_application';
  const { word, line } = copy.delivered;
  const got = about ? () => copy.delivered.employer : ahead ? copy.delivered.ahead : copy.delivered.title;
  const by = [...(due ? [dueWords(due)] : []), ...(ahead ? [effect.text] : [])];
  return (
    <Page
      title={title}
      top={
        <Hero
          status="eligible"
          word={word}
          what={copy.read}
          readout={[title, got(office.name), `${copy.number}${number}`, ...by, line]}
          title={got(office.name)}
          line={again ? copy.delivered.again : line}
          size="title"
        >
          <NumberLine what={copy.number} value={number} />
        </Hero>
      }
      bar={
        <>
          <Button kind="secondary" to={routes.home()}>
            {copy.home}
          </Button>
          <Button block to={routes.case(id)}>
            {copy.progress}
          </Button>
        </>
      }
    >
      {ahead && (
        <Notice tone="ask" icon="status-ask" inset>
          {effect.text}
        </Notice>
      )}
      <Next sent={sent} />
      <AskAfterFiling key={id} id={id} />
      <Keep id={id} title={title} due={due} />
      <Card>
        <Row icon="tasks" title={copy.cases} to={routes.cases()} dense />
      </Card>
    </Page>
  );
}

/** What happens now and by when, as the service file says it; whom to call. */
export function Next({ sent: { due, office, service: id } }: { sent: Sent }) {
  const { service } = useService(id);
  return (
    <>
      {due && (
        <Section title={copy.due}>
          <Card>
            <Row icon="shield" iconClass="ui-ink--doing" title={dueWords(due)} dense />
          </Card>
        </Section>
      )}
      {service && (
        <Section title={copy.next}>
          <Card pad>
            {service.steps.map((step, index) => (
              <View key={step} className="filed-step">
                <Num n={index + 1} />
                <View className="filed-step__words">{step}</View>
              </View>
            ))}
          </Card>
        </Section>
      )}
      {!service?.about && (
        <Section title={copy.ask}>
          <Card pad>
            <View className="filed-office">{office.name}</View>
            <PhoneLink number={office.phone ?? '12333'} block>
              {office.phone ?? copy.noPhone}
            </PhoneLink>
          </Card>
        </Section>
      )}
    </>
  );
}
