import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { routes } from '@/client/routes';
import { useCall } from '@/client/use-call';
import type { SessionFilter, SessionLine } from '@/contract/training';
import { Button, Card, Empty, ErrorState, Problem, ReadAloud, Section, Skeleton } from '@/ui';
import { SessionCard } from '../parts/session-card';
import { seatsTag, shortPlace, timesText } from '../parts/words';
import { copy } from './copy';

interface SessionsProps {
  filter: SessionFilter;
  /** nothing was left out: then there is nothing at all */
  everything: boolean;
}

/** What was found, page after page; asked anew whenever the filter changes. */
export function Sessions({ filter, everything }: SessionsProps) {
  const { data, error, reload } = useCall('training.sessions', filter);
  const [later, setLater] = useState<{ of: string; sessions: SessionLine[]; next: string | null } | null>(
    null,
  );
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<CallError | null>(null);
  const asked = JSON.stringify(filter);
  if (!data)
    return error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={6} />;
  const mine = later?.of === asked ? later : null;
  const next = mine ? mine.next : data.next;
  const all = [...data.sessions, ...(mine?.sessions ?? [])];
  const more = () => {
    if (busy || next === null) return;
    setBusy(true);
    setProblem(null);
    call('training.sessions', { ...filter, cursor: next }).then(
      (page) => {
        setBusy(false);
        setLater({ of: asked, sessions: [...(mine?.sessions ?? []), ...page.sessions], next: page.next });
      },
      (thrown: CallError) => {
        setBusy(false);
        if (thrown.name !== 'PersonChanged') setProblem(thrown);
      },
    );
  };
  if (all.length === 0) {
    return (
      <Empty
        icon="peixun"
        title={everything ? copy.empty : copy.none}
        line={everything ? copy.emptyLine : copy.noneLine}
      >
        <Button to={routes.service('training-signup')} block>
          {copy.wish}
        </Button>
      </Empty>
    );
  }
  return (
    <Section
      title={copy.found(data.total)}
      aside={
        <ReadAloud
          what={copy.read}
          text={all.map(
            (one) => `${one.title}。${timesText(one)}。在${shortPlace(one)}。${seatsTag(one).word}`,
          )}
        />
      }
    >
      <Card>
        {all.map((session) => (
          <SessionCard key={session.id} session={session} />
        ))}
      </Card>
      <Problem error={problem} />
      {next !== null && (
        <View>
          <Button kind="secondary" block onPress={more}>
            {busy ? copy.moreBusy : copy.more2}
          </Button>
        </View>
      )}
    </Section>
  );
}
