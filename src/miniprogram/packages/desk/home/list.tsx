import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useCallback, useState } from 'react';
import { useWide } from '@/client/wide';
import { Box, Button, Empty, ErrorState, Field, Heading, Notice, Problem, Skeleton, Tabs } from '@/ui';
import { type Assigned, Batch } from './batch';
import { copy } from './copy';
import { Filters } from './filters';
import { QueueRow } from './row';
import { useQueueKeys } from './use-keys';
import type { Filter, Queue, QueueLine } from './use-queue';

interface QueueListProps {
  queue: Queue;
  filter: Filter;
  onFilter: (filter: Filter) => void;
  me: string;
  open: string | null;
  /** null: a case is a page of its own */
  onOpen: ((id: string) => void) | null;
}

export function QueueList({ queue, filter, onFilter, me, open, onOpen }: QueueListProps) {
  const wide = useWide();
  const { cases, around, error, more, loading, reload } = queue;
  /** null: not choosing several */
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null);
  const [assigned, setAssigned] = useState<Assigned | null>(null);
  const toggle = useCallback((id: string) => {
    setPicked((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const pickAt = useCallback(
    (at: number) => {
      const line = cases?.[at];
      if (line) toggle(line.id);
    },
    [cases, toggle],
  );
  useQueueKeys(wide, pickAt);
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));
  const done = (result: Assigned) => {
    setAssigned(result);
    const left = result.refused.map(({ id }) => id);
    setPicked(left.length > 0 ? new Set(left) : null);
    void reload();
  };
  const change = (next: Partial<Filter>) => {
    setAssigned(null);
    setPicked(null);
    onFilter({ ...filter, ...next });
  };
  return (
    <Box tag="section" className="desk-list">
      <ListHead
        queue={queue}
        filter={filter}
        onChange={change}
        onPick={cases?.length && !picked && filter.show !== 'closed' ? () => setPicked(new Set()) : null}
      />
      {assigned && <AssignedNotice result={assigned} cases={cases ?? []} />}
      {!cases && error && <ErrorState error={error} onRetry={() => void reload()} />}
      {!cases && !error && <Skeleton lines={8} />}
      {cases?.length === 0 && <NoCases filter={filter} />}
      {cases && cases.length > 0 && (
        <>
          <Box
            tag="ul"
            className="desk-list__rows"
            label={copy.heading}
            describedBy={wide ? KEYS : undefined}
          >
            {cases.map((line) => (
              <QueueRow
                key={line.id}
                line={line}
                me={me}
                open={line.id === open}
                picked={picked ? picked.has(line.id) : null}
                onOpen={onOpen && (() => onOpen(line.id))}
                onPick={() => toggle(line.id)}
              />
            ))}
          </Box>
          {error && <Problem error={error} />}
          {more && (
            <View className="desk-list__more">
              <Button kind="secondary" small block onPress={more}>
                {loading ? copy.reading : copy.more}
              </Button>
            </View>
          )}
        </>
      )}
      {cases && cases.length > 0 && !picked && (
        <View id={KEYS} className="desk-list__note">
          {wide ? `${copy.keys}。${copy.days}` : copy.days}
        </View>
      )}
      {picked && around && (
        <Batch
          picked={[...picked]}
          me={me}
          colleagues={around.colleagues}
          onDone={done}
          onStop={() => setPicked(null)}
        />
      )}
    </Box>
  );
}

/** the hint about the keys */
const KEYS = 'desk-keys';

interface ListHeadProps {
  queue: Queue;
  filter: Filter;
  onChange: (next: Partial<Filter>) => void;
  /** begins to choose several; null when there is nothing to choose */
  onPick: (() => void) | null;
}

function ListHead({ queue: { around }, filter, onChange, onPick }: ListHeadProps) {
  const [number, setNumber] = useState(filter.number);
  const counts = around?.counts;
  const items = copy.tabs.map(({ key, label }) => ({
    key,
    label: counts && key !== 'closed' ? `${label} ${copy.count(counts[key])}` : label,
  }));
  return (
    <View className="desk-list__head">
      <View className="desk-list__top">
        <Heading className="desk-list__title">{copy.heading}</Heading>
        <View className="desk-list__search">
          <Field
            label={copy.search}
            placeholder={copy.search}
            labelHidden
            kind="search"
            icon="search"
            value={number}
            maxLength={40}
            onChange={(text) => {
              setNumber(text);
              if (text === '' && filter.number !== '') onChange({ number: '' });
            }}
            onSubmit={() => onChange({ number: number.trim() })}
          />
        </View>
      </View>
      {filter.number === '' ? (
        <>
          <Tabs
            label={copy.tabsLabel}
            items={items}
            value={filter.show}
            onChange={(show) => onChange({ show })}
          />
          <View className="desk-list__tools">
            {around && <Filters around={around} filter={filter} onChange={onChange} />}
            {onPick && (
              <Button kind="ghost" small onPress={onPick}>
                {copy.pick}
              </Button>
            )}
          </View>
        </>
      ) : (
        <View className="desk-list__found">
          <View>{copy.found(filter.number)}</View>
          <Button
            kind="ghost"
            small
            onPress={() => {
              setNumber('');
              onChange({ number: '' });
            }}
          >
            {copy.backToList}
          </Button>
        </View>
      )}
    </View>
  );
}

function NoCases({ filter: { number, service, town, show } }: { filter: Filter }) {
  if (number !== '') return <Empty icon="search" title={copy.notFound} line={copy.notFoundLine} />;
  return (
    <Empty
      icon="status-ok"
      title={copy.empty[show]}
      line={service || town ? copy.emptyFilter : show === 'open' ? copy.emptyLine : undefined}
    />
  );
}

function AssignedNotice({ result, cases }: { result: Assigned; cases: readonly QueueLine[] }) {
  const { assigned, refused } = result;
  const numberOf = (id: string) => cases.find((line) => line.id === id)?.number ?? '';
  return (
    <>
      {assigned.length > 0 && (
        <Notice tone="ok" icon="status-ok" live>
          {copy.assignedNow(assigned.length)}
        </Notice>
      )}
      {refused.length > 0 && (
        <Notice tone="ask" icon="status-ask" title={copy.refusedNow(refused.length)} live>
          {refused.map(({ id, why }) => `${numberOf(id)}：${why}`).join('；')}
        </Notice>
      )}
    </>
  );
}
