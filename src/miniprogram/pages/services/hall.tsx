import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { useCaseTodo } from '@/client/case-todo';
import { today } from '@/client/clock';
import { routes } from '@/client/routes';
import { closedOn } from '@/client/service-window';
import { useServices } from '@/client/services';
import { findServices } from '@/domain/cases/search';
import type { Service } from '@/domain/cases/service';
import type { Pack } from '@/domain/eligibility/pack';
import { Button, Card, Empty, Notice, Row, SearchField, Section, Skeleton } from '@/ui';
import { copy, GROUPS, todoLine } from './copy';

/**
 * Everything one can apply for here, found in everyday words; what has ended can still be read.
 * @param children what else is on the page while nothing is looked for
 */
export function Hall({ pack, children }: { pack: Pack; children: ReactNode }) {
  const [typed, setTyped] = useState('');
  const sought = useDeferredValue(typed.trim());
  const { services, state, refresh } = useServices();
  const found = useMemo(
    () => (services && sought !== '' ? findServices(services, sought) : null),
    [services, sought],
  );
  return (
    <>
      <MyCases />
      <SearchField label={copy.search} placeholder={copy.searchHint} value={typed} onChange={setTyped} />
      {state === 'loading' && <Skeleton lines={5} />}
      {state === 'error' && (
        <Notice tone="ask" icon="clock" action={{ text: '再试', onPress: () => void refresh() }} inset live>
          {copy.failed}
        </Notice>
      )}
      {services &&
        (found ? (
          <Found found={found} typed={typed} pack={pack} />
        ) : (
          <Groups services={services} pack={pack} />
        ))}
      {!found && children}
    </>
  );
}

function MyCases() {
  const { tasks, drafts, waiting } = useCaseTodo();
  return (
    <Card>
      <Row
        icon="tasks"
        title={copy.mine}
        line={todoLine(tasks.length, drafts, waiting)}
        to={routes.cases()}
      />
    </Card>
  );
}

interface FoundProps {
  found: readonly Service[];
  typed: string;
  pack: Pack;
}

function Found({ found, typed, pack }: FoundProps) {
  if (found.length === 0) {
    return (
      <Empty icon="search" title={copy.none} line={copy.noneLine(typed.trim())}>
        <Button to={routes.service('general-request')} block>
          {copy.request}
        </Button>
      </Empty>
    );
  }
  return (
    <Section title={copy.found(found.length)}>
      <Card>
        {found.map((service) => (
          <One key={service.id} service={service} pack={pack} />
        ))}
      </Card>
    </Section>
  );
}

function Groups({ services, pack }: { services: readonly Service[]; pack: Pack }) {
  return (
    <>
      {GROUPS.map(({ area, word }) => {
        const group = services.filter((service) => service.area === area);
        if (group.length === 0) return null;
        return (
          <Section key={area} title={word}>
            <Card>
              {group.map((service) => (
                <One key={service.id} service={service} pack={pack} />
              ))}
            </Card>
          </Section>
        );
      })}
    </>
  );
}

function One({ service, pack }: { service: Service; pack: Pack }) {
  const closed = closedOn(service, pack, today());
  return (
    <Row
      title={service.title}
      line={closed ? (closed.kind === 'over' ? copy.over : copy.early) : firstSentence(service.plain)}
      status={closed ? (closed.kind === 'over' ? 'expired' : 'not_yet') : undefined}
      to={routes.service(service.id)}
      dense
    />
  );
}

const firstSentence = (text: string): string => text.slice(0, text.indexOf('。') + 1) || text;
