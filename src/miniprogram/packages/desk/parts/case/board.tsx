import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { useWide } from '@/client/wide';
import type { DeskCase } from '@/contract/desk';
import { Card, ErrorState, Notice, Quote, Row, Skeleton } from '@/ui';
import { takeReader } from '@/ui/take-reader';
import type { DeskAction } from './act';
import { Actions } from './actions';
import { Compared } from './compared';
import { copy } from './copy';
import { CaseHead } from './head';
import { Papers } from './papers';
import { PapersOut } from './papers-out';
import { Proposals } from './proposals';
import { recordCopy } from './record-copy';
import { type Correcting, RecordSheet } from './record-sheet';
import { BundleCard, History, Logged, Others } from './side';
import { stepWords } from './step-words';
import { useCase } from './use-case';
import { Alike, Complete, Served, WageNotices } from './wages';
import './board.scss';

export interface CaseBoardProps {
  id: string;
  /** the officer's account */
  me: string;
  /** something happened: lists around are old */
  onChanged?: () => void;
  /** another case opens in the same place; else as a page */
  onOpen?: (id: string) => void;
}

/** One case with everything the decision needs, and the steps that can be taken. Give it the case as its `key`. */
export function CaseBoard({ id, me, onChanged, onOpen }: CaseBoardProps) {
  const wide = useWide();
  const { view, error, reload, put } = useCase(id);
  const [done, setDone] = useState<DeskAction | 'record' | null>(null);
  const [recording, setRecording] = useState<Correcting | 'new' | null>(null);
  const heading = useRef<HTMLElement>(null);
  // beside the list the case takes the focus; as a page its title has it already
  const beside = wide && onOpen !== undefined;
  const shown = view !== null && beside;
  useEffect(() => {
    if (shown) takeReader(heading);
  }, [shown]);
  if (!view) {
    return error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={10} />;
  }
  const happened = (next: DeskCase | null, action: DeskAction | 'record') => {
    if (next) put(next);
    else void reload();
    setDone(action);
    onChanged?.();
    // the button that was pressed may be gone
    if (process.env.TARO_ENV === 'h5') setTimeout(() => heading.current?.focus(), 0);
    else void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })?.catch?.(() => undefined);
  };
  return (
    <View className={`desk-case ${wide ? 'desk-case--wide' : ''}`}>
      <View className="desk-case__body">
        <CaseHead view={view} headingRef={heading} />
        {done && (
          <Notice tone="ok" icon="status-ok" inset live>
            {done === 'record' ? recordCopy.done : stepWords(view, done).done}
          </Notice>
        )}
        <WageNotices view={view} />
        <Standing view={view} />
        {view.case.can.record?.ok && (
          <Card>
            <Row
              icon="flag"
              title={recordCopy.open}
              line={recordCopy.openLine}
              onPress={() => setRecording('new')}
            />
          </Card>
        )}
        <View className="desk-case__columns">
          <View className="desk-case__main">
            <Complete view={view} />
            <Compared view={view} />
            <Papers view={view} />
            <PapersOut view={view} />
            <Proposals view={view} />
          </View>
          <View className="desk-case__side">
            <Alike
              view={view}
              onDone={(next) => {
                put(next);
                onChanged?.();
              }}
              onChanged={put}
              {...(onOpen && { onOpen })}
            />
            <BundleCard view={view} />
            <Served view={view} />
            <Others view={view} onOpen={onOpen} />
            <History view={view} {...(view.case.can.record?.ok && { onCorrect: setRecording })} />
            <Logged />
          </View>
        </View>
      </View>
      <Actions view={view} me={me} onDone={happened} onChanged={put} />
      {recording !== null && (
        <RecordSheet
          key={recording === 'new' ? 'new' : recording.id}
          view={view}
          correcting={recording === 'new' ? null : recording}
          onClose={() => setRecording(null)}
          onChanged={put}
          onDone={(next) => {
            setRecording(null);
            happened(next, 'record');
          }}
        />
      )}
    </View>
  );
}

/** What holds the case up, and what was decided. */
function Standing({ view }: { view: DeskCase }) {
  const { case: at } = view;
  const { asked, decision, document } = at;
  return (
    <>
      {view.conflict && (
        <Notice tone="no" icon="lock" title={copy.conflict} inset>
          {copy.conflictLine(view.conflict)}
        </Notice>
      )}
      {at.state === 'countersign' && at.can.countersign?.ok === false && !view.conflict && (
        <Notice tone="doing" icon="shield" title={copy.waitsForSecond} inset>
          {at.can.countersign.why}
        </Notice>
      )}
      {asked && (
        <Notice tone="ask" icon="status-ask" title={copy.asked(asked.until)} inset>
          {asked.text}
        </Notice>
      )}
      {decision && (
        <Card title={copy.decision}>
          <View className="desk-decision">
            <Quote
              text={decision.text}
              source={[
                decision.approved ? copy.actions.approve.word : copy.actions.refuse.word,
                decision.item && copy.source(document.number, decision.item),
                decision.law?.source,
                decision.fen !== null && copy.amount(decision.fen),
                decision.paid_on && copy.paid(decision.paid_on),
              ]
                .filter(Boolean)
                .join(' · ')}
            />
          </View>
        </Card>
      )}
    </>
  );
}
