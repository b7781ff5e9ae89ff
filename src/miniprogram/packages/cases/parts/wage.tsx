import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { dayWords } from '@/client/case-words';
import { useLaw } from '@/client/law';
import { routes } from '@/client/routes';
import type { CaseView } from '@/contract/cases';
import { articleOf, citeText } from '@/domain/wages/cites';
import type { LawBook, StageRow } from '@/domain/wages/law';
import { Card, Heading, Icon, Notice, PhoneLink, ReadAloud, Row, Section } from '@/ui';
import { copy } from './copy';
import './wage.scss';

const words = copy.wage;

/** Of a wage matter: what the present step means, what one can do next, the hearing, and the law's clock. */
export function WageStage({ view }: { view: CaseView }) {
  const { law } = useLaw();
  const { formal, green, hearing, together } = view;
  if (formal === null) return null;
  const stage = law?.stages.find(({ id }) => id === (view.late ? 'late' : view.stage)) ?? null;
  const unfiled = !formal && (view.state === 'filed' || view.state === 'supplement');
  return (
    <>
      {unfiled && (
        <Notice tone="ask" icon="status-ask" title={words.pre} inset>
          {words.preLine}
        </Notice>
      )}
      {green && (
        <Notice tone={green.holds ? 'ok' : 'none'} icon={green.holds ? 'flag' : 'status-none'} inset>
          {green.holds === true
            ? words.green(`${green.document}${green.item}`)
            : green.holds === null
              ? words.greenUnknown(`${green.document}${green.item}`)
              : words.greenNot(`${green.document}${green.item}`)}
        </Notice>
      )}
      {hearing && (
        <Notice tone="doing" icon="calendar" title={words.hearing(dayWords(hearing.on), hearing.time)} inset>
          {words.hearingAt(hearing.place)}
        </Notice>
      )}
      {together !== null && (
        <Notice icon="village" inset>
          {words.together(together)}
        </Notice>
      )}
      {stage && law && <Stage stage={stage} law={law} />}
      <Card>
        <Row
          icon="clock"
          title={words.clock}
          line={words.clockLine}
          to={routes.wageClock({ case: view.id })}
        />
      </Card>
      {view.late && (
        <Card pad>
          <View>{words.push}</View>
          <View className="wage-stage__call">
            <PhoneLink number={view.office.phone ?? '12333'} block>
              {words.pushCall(view.office.phone ?? '12333')}
            </PhoneLink>
          </View>
        </Card>
      )}
    </>
  );
}

/** What it means, what to bring, what one can do next, each with its article. */
function Stage({ stage, law }: { stage: StageRow; law: LawBook }) {
  const [open, setOpen] = useState(false);
  const { title, means, bring = [], next, cite } = stage;
  const read = [title, means, ...(bring.length > 0 ? [words.bring, ...bring] : []), words.next, ...next];
  return (
    <Section title={words.stage}>
      <Card pad>
        <View className="case-task__head">
          <Heading level={3} className="wage-stage__title">
            {title}
          </Heading>
          <ReadAloud what={title} text={read} />
        </View>
        <View className="case-said">{means}</View>
        {bring.length > 0 && <List title={words.bring} items={bring} />}
        <List title={words.next} items={next} />
      </Card>
      <Card>
        <Row
          icon="document"
          title={words.cites(cite.length)}
          expanded={open}
          onPress={() => setOpen(!open)}
          dense
        />
        {open &&
          cite.map((one) => {
            const found = articleOf(law, one);
            const text = found?.text ?? (found ? words.summary(found.summary) : undefined);
            return (
              <Row
                key={`${one.statute} ${one.article}`}
                title={citeText(law, one)}
                {...(text !== undefined && { line: text })}
                dense
              />
            );
          })}
      </Card>
    </Section>
  );
}

function List({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <View className="wage-stage__list">
      <View className="wage-stage__head">{title}</View>
      {items.map((item) => (
        <View key={item} className="wage-stage__item">
          <Icon name="tick" size={20} className="wage-stage__tick" />
          <Text className="wage-stage__words">{item}</Text>
        </View>
      ))}
    </View>
  );
}
