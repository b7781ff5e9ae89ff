import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { dayWords, plainDays } from '@/client/case-words';
import { useDocument } from '@/client/documents';
import { routes } from '@/client/routes';
import type { CaseView } from '@/contract/cases';
import { isOpen } from '@/domain/cases';
import { STANDINGS } from '@/domain/jobs/standing';
import { Card, dateText, Heading, Notice, PhoneLink, Quote, ReadAloud, Row, Section, StatusTag } from '@/ui';
import { copy } from './copy';
import { TimeLine } from './time-line';
import './case.scss';

const HOTLINE = '12333';

/** What was decided, with the reason and the passage it rests on. */
export function Decided({ view }: { view: CaseView }) {
  const { decision, document } = view;
  if (!decision) return null;
  const { approved, text, item, law, fen, paid_on } = decision;
  const sum = fen === null ? null : copy.decision.sum(fen);
  const paid = paid_on === null ? null : copy.decision.paid(dayWords(paid_on));
  const word = view.state_word ?? (approved ? copy.decision.yes : copy.decision.no);
  const title = view.words?.decision ?? copy.decision.title;
  return (
    <Section title={title}>
      <Card pad>
        <View className="case-task__head">
          <StatusTag status={approved ? 'eligible' : 'not_eligible'} word={word} />
          <ReadAloud what={title} text={[word, text, ...(sum ? [sum] : []), ...(paid ? [paid] : [])]} />
        </View>
        <View className="case-said">{text}</View>
        {(sum || paid) && <View className="case-quiet">{[sum, paid].filter(Boolean).join('，')}</View>}
      </Card>
      {item !== null && <Cited document={document} item={item} />}
      {law && <Quote text={law.text} source={law.source} />}
    </Section>
  );
}

function Cited({ document, item }: { document: CaseView['document']; item: string }) {
  const { document: full } = useDocument(document.id);
  const text = full?.items.find(({ key }) => key === item)?.text;
  const source = `${document.number}${item}`;
  const to = routes.document(document.id, item);
  return text === undefined ? (
    <Card>
      <Row icon="document" title={source} to={to} dense />
    </Card>
  ) : (
    <Quote text={text} source={source} to={to} />
  );
}

/** What the desk has said against the posting that was applied for: before everything an employer has written. */
export function Doubted({ view: { standing } }: { view: CaseView }) {
  if (!standing) return null;
  const { title, line } = STANDINGS[standing];
  return (
    <Notice tone={standing === 'checking' ? 'ask' : 'no'} icon="flag" title={title} inset live>
      {line}
    </Notice>
  );
}

/** The office that handles it; of an application the employer, and whom to ask when none answers. */
function Who({ view: { office, employer, words, filed_on, state, timeline } }: { view: CaseView }) {
  const who = words?.who;
  // an invitation is an answer
  const waits = isOpen(state) && !timeline.some(({ action }) => action === 'record');
  if (employer && who) {
    return (
      <Section title={who.title}>
        <Card>
          <Row icon="user" title={employer.name} line={copy.who.since(dateText(filed_on))} dense />
          {employer.phone !== null && (
            <View className="case-call">
              <PhoneLink number={employer.phone} block>
                {employer.phone}
              </PhoneLink>
            </View>
          )}
          {waits && (
            <View className="case-call">
              <PhoneLink number={HOTLINE} kind="ghost" block>
                {who.unanswered}
              </PhoneLink>
            </View>
          )}
        </Card>
      </Section>
    );
  }
  return (
    <Section title={copy.who.title}>
      <Card>
        <Row icon="user" title={office.name} line={copy.who.since(dateText(filed_on))} dense />
        <View className="case-call">
          <PhoneLink number={office.phone ?? HOTLINE} block>
            {office.phone ?? copy.who.noPhone}
          </PhoneLink>
        </View>
      </Card>
    </Section>
  );
}

/** What happened, who has it, what was handed in. */
export function CaseBody({ view }: { view: CaseView }) {
  const [open, setOpen] = useState(false);
  const { answers, papers } = view;
  const own = view.words?.handed_in;
  return (
    <>
      <TimeLine entries={view.timeline} document={view.document} />
      <Who view={view} />
      <Card>
        <Row
          icon="document"
          title={own ?? copy.handedIn.title}
          line={own ? copy.handedIn.items(answers.length) : copy.handedIn.line(answers.length, papers.length)}
          expanded={open}
          onPress={() => setOpen(!open)}
          dense
        />
        {open &&
          answers.map(({ id, label, text }) => <Row key={id} title={label} line={plainDays(text)} dense />)}
        {open &&
          papers.map(({ file, title, name }) => (
            <Row key={file} icon="document" title={title} line={name} dense />
          ))}
      </Card>
    </>
  );
}

/** What the office asks for, with the one thing to do. */
export function Asked({ view, children }: { view: CaseView; children: ReactNode }) {
  const { asked, task } = view;
  if (!asked) return null;
  const until = copy.asked.until(dayWords(asked.until));
  return (
    <Card pad>
      <View className="case-task__head">
        <StatusTag status="warning" word={copy.asked.tag} />
        <ReadAloud what={copy.asked.tag} text={[asked.text, until]} />
      </View>
      <Heading className="case-task__title">{task ? copy.asked.title(task) : copy.asked.plain}</Heading>
      <View className="case-said">{asked.text}</View>
      <View className="case-quiet">{until}</View>
      <View className="case-task__action">{children}</View>
    </Card>
  );
}
