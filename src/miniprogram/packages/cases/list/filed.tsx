import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { soonDays } from '@/client/case-words';
import { routes } from '@/client/routes';
import type { OutputOf } from '@/contract/api';
import type { CaseLine, OwnLine } from '@/contract/cases';
import { Button, Card, Empty, Problem, Row, Section } from '@/ui';
import { copy } from './copy';
import { OneCase } from './one-case';

/** What the office waits for, the most urgent first. */
export function Tasks({ tasks }: { tasks: readonly CaseLine[] }) {
  if (tasks.length === 0) return null;
  return (
    <Section title={copy.tasks(tasks.length)}>
      <Card>
        {tasks.map(({ id, task, title }) => (
          <Row
            key={id}
            icon="flag"
            iconClass="ui-ink--ask"
            title={task ? soonDays(task) : title}
            line={title}
            to={routes.case(id)}
          />
        ))}
      </Card>
    </Section>
  );
}

/** Everything filed, the newest first, page after page. */
export function Filed({ first }: { first: OutputOf<'cases.mine'> }) {
  const [later, setLater] = useState<{ cases: readonly OwnLine[]; next: string | null } | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const next = later ? later.next : first.next;
  const cases = [...first.cases, ...(later?.cases ?? [])];
  const more = () => {
    if (busy || next === null) return;
    setBusy(true);
    setError(null);
    call('cases.mine', { cursor: next }).then(
      (page) => {
        setBusy(false);
        setLater({ cases: [...(later?.cases ?? []), ...page.cases], next: page.next });
      },
      (thrown: CallError) => {
        setBusy(false);
        if (thrown.name !== 'PersonChanged') setError(thrown);
      },
    );
  };
  if (cases.length === 0) {
    return (
      <Empty icon="tasks" title={copy.empty} line={copy.emptyLine}>
        <Button to={routes.services()} block>
          {copy.emptyButton}
        </Button>
      </Empty>
    );
  }
  return (
    <Section title={copy.cases}>
      <Card>
        {cases.map((one) => (
          <OneCase key={one.id} line={one} />
        ))}
      </Card>
      <Problem error={error} />
      {next !== null && (
        <Button kind="secondary" block onPress={more}>
          {busy ? copy.moreBusy : copy.more}
        </Button>
      )}
    </Section>
  );
}
