import { stateLine } from '@/client/case-words';
import { useMe } from '@/client/me';
import { routes } from '@/client/routes';
import type { Service } from '@/domain/cases';
import { Card, Notice, Row, Section } from '@/ui';
import type { UsePrefill } from '../parts/use-prefill';
import { copy } from './copy';

interface BeforeProps {
  service: Service;
  prefill: UsePrefill;
  /** why it cannot be filed now */
  why: string | null;
}

/** What has to be said first: it is closed, it is being handled already, what will be needed before sending. */
export function Before({ service, prefill, why }: BeforeProps) {
  return (
    <>
      {why !== null && (
        <Notice tone="none" icon="status-none" title={copy.closedWhy} inset>
          {why}
        </Notice>
      )}
      {prefill.open.length > 0 && (
        <Card title={copy.openCase}>
          {prefill.open.map((one) => (
            <Row
              key={one.id}
              icon="status-doing"
              title={one.number}
              line={stateLine(one)}
              to={routes.case(one.id)}
            />
          ))}
        </Card>
      )}
      {why === null && <Needed service={service} prefill={prefill} />}
      <Section title={copy.forWhom}>
        <Card>
          <Row icon="user" title={service.for} dense />
        </Card>
      </Section>
    </>
  );
}

function Needed({ service: { applicant }, prefill }: Omit<BeforeProps, 'why'>) {
  const { signed, me } = useMe();
  const { before, consent } = copy;
  if (applicant === 'unit') {
    return (
      <Notice
        tone="half"
        icon="flag"
        action={{ text: before.unitButton, to: routes.service('unit-binding') }}
        inset
      >
        {before.unit}
      </Notice>
    );
  }
  if (applicant === 'anyone') {
    return (
      <Notice tone="half" icon="lock" inset>
        {before.anyone}
      </Notice>
    );
  }
  if (prefill.error?.name === 'ConsentNeeded') {
    return (
      <Notice tone="half" icon="lock" action={{ text: consent.button, to: routes.consents() }} inset>
        {consent.line}
      </Notice>
    );
  }
  const known = applicant === 'bound' ? me?.bound : signed;
  if (known || (signed && !me)) return null;
  return (
    <Notice tone="half" icon="user" inset>
      {applicant === 'bound' ? before.bound : before.signed}
    </Notice>
  );
}
