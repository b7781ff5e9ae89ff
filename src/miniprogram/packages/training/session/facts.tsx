import { View } from '@tarojs/components';
import { useState } from 'react';
import { routes } from '@/client/routes';
import { copyText } from '@/client/save-file';
import type { SessionView } from '@/contract/training';
import { TRADES, TRAINING_KINDS } from '@/domain/training';
import { Button, Card, PhoneLink, Quote, Row, Section } from '@/ui';
import { daysText, hoursText, momentWords, placeText } from '../parts/words';
import { copy } from './copy';

/** What, when, where, what it costs: only what the provider has said. */
export function Facts({ session }: { session: SessionView }) {
  const { kind, trade, provider, capacity, left, waiting, about, bring, fee, childcare } = session;
  const seats = [copy.seatsOf(capacity, left), ...(waiting > 0 ? [copy.waitingOf(waiting)] : [])].join('，');
  return (
    <Card>
      <Row icon="calendar" title={copy.when} line={`${daysText(session)}，${hoursText(session)}`} />
      <Place session={session} />
      <Row icon="peixun" title={copy.what} line={`${TRAINING_KINDS[kind].title} · ${TRADES[trade]}`} />
      <Row icon="user" title={copy.provider} line={provider} />
      <Row icon="family" title={copy.seats} line={seats} />
      <Row icon="clock" title={copy.until} line={momentWords(session.enrol_until)} />
      {childcare && <Row icon="status-ok" title={copy.childcare} line={copy.childcareYes} />}
      <Row icon="butie" title={copy.fee} line={fee ?? copy.noFee} />
      {about && <Text label={copy.about} words={about} />}
      {bring && <Text label={copy.bring} words={bring} />}
    </Card>
  );
}

function Text({ label, words }: { label: string; words: string }) {
  return (
    <View className="training-text">
      <View className="training-text__label">{label}</View>
      <View className="training-text__words">{words}</View>
    </View>
  );
}

function Place({ session }: { session: SessionView }) {
  const [copied, setCopied] = useState(false);
  const take = () => {
    copyText(placeText(session)).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <View className="training-place">
      <Row
        icon="location"
        title={copy.where}
        line={[placeText(session), ...(session.route ? [`${copy.route}：${session.route}`] : [])].join('。')}
      />
      <View className="training-text__ways training-place__ways">
        <Button kind="secondary" small icon="copy" onPress={take}>
          {copy.copyAddress}
        </Button>
        <PhoneLink number={session.phone ?? '12333'}>{session.phone ? copy.call : copy.noPhone}</PhoneLink>
      </View>
      <View className="training-said" aria-live="polite">
        {copied ? copy.copied : ''}
      </View>
    </View>
  );
}

/** Who comes first when it is full, for everybody to see, in the document's own words. */
export function Order({ session: { first, named } }: { session: SessionView }) {
  const [rule] = first;
  const [one] = named;
  return (
    <>
      <Section title={copy.order}>
        <Card pad>
          <View>
            {!rule ? copy.orderTime : rule.expired ? copy.orderExpired : copy.orderFirst(rule.title)}
          </View>
        </Card>
        {rule && <Cited rule={rule} />}
      </Section>
      {one && (
        <Section title={copy.named}>
          <Cited rule={one} />
          <Card pad>
            <View>{copy.namedLine}</View>
          </Card>
        </Section>
      )}
    </>
  );
}

function Cited({ rule }: { rule: SessionView['first'][number] }) {
  return (
    <>
      <Quote
        text={rule.quote}
        source={copy.source(rule.number, rule.item)}
        to={routes.document(rule.document, rule.item, rule.quote)}
      />
      <Card>
        <Row title={copy.benefit} line={rule.title} to={routes.benefit(rule.benefit)} dense />
      </Card>
    </>
  );
}
