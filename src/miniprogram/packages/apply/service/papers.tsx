import { useCounty } from '@/client/county';
import type { Service } from '@/domain/cases';
import { Card, Row, Section } from '@/ui';
import { answerText } from '../parts/answer-text';
import type { Prefill, UsePrefill } from '../parts/use-prefill';
import { copy } from './copy';

/** What to have at hand; what is here already is ticked off. */
export function Papers({ service, papers }: { service: Service; papers: Prefill['papers'] }) {
  return (
    <Section title={copy.papers}>
      <Card>
        {service.evidence.length === 0 && (
          <Row icon="status-ok" iconClass="ui-ink--ok" title={copy.noPapers} />
        )}
        {service.evidence.map(({ id, title, hint, min }) => {
          const here = papers.find(({ evidence }) => evidence === id);
          const need = min > 0 ? [copy.must, hint].filter(Boolean).join('。') : (hint ?? copy.may);
          return (
            <Row
              key={id}
              icon={here ? 'status-ok' : 'document'}
              iconClass={here ? 'ui-ink--ok' : undefined}
              title={title}
              line={here ? copy.here(here.text) : need}
              dense
            />
          );
        })}
      </Card>
    </Section>
  );
}

/** What need not be typed: each with whose word it is. */
export function Filled({ service, prefill: { known } }: { service: Service; prefill: UsePrefill }) {
  const county = useCounty();
  const filled = service.questions.filter(({ id }) => known.from[id]);
  if (filled.length === 0) return null;
  return (
    <Section title={copy.filled}>
      <Card>
        {filled.map((question) => (
          <Row
            key={question.id}
            icon="status-ok"
            iconClass="ui-ink--ok"
            title={`${question.label}：${answerText(question, known.answers[question.id], county) ?? ''}`}
            line={known.from[question.id]?.from}
            dense
          />
        ))}
        <Row title={copy.filledLine} dense />
      </Card>
    </Section>
  );
}
