import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { dayWords, plainDays } from '@/client/case-words';
import { newId } from '@/client/new-id';
import { routes } from '@/client/routes';
import type { DeskCase } from '@/contract/desk';
import { Button, Card, Notice, Problem, Row, Sheet, StatusTag, TextField } from '@/ui';
import { stateTag } from '../state-tag';
import { recordCopy as copy } from './record-copy';

/** Those whom the region's document puts first, how it counts, and the hearing that is set. */
export function WageNotices({ view: { case: at } }: { view: DeskCase }) {
  const { green, formal, hearing, together } = at;
  return (
    <>
      {green?.holds && (
        <Notice tone="ok" icon="flag" title={copy.green} inset>
          {copy.greenLine(green.title, `${green.document}${green.item}`)}
        </Notice>
      )}
      {formal === false && (at.state === 'filed' || at.state === 'supplement') && (
        <Notice tone="ask" icon="status-ask" inset>
          {copy.formal}
        </Notice>
      )}
      {hearing && (
        <Notice tone="doing" icon="calendar" inset>
          {copy.hearing(dayWords(hearing.on), hearing.time, hearing.place)}
        </Notice>
      )}
      {together !== null && (
        <Notice icon="village" inset>
          {copy.together(together)}
        </Notice>
      )}
    </>
  );
}

const TAGS = {
  there: { status: 'eligible', word: copy.states.there },
  missing: { status: 'warning', word: copy.states.missing },
  unsure: { status: 'needs_info', word: copy.states.unsure },
} as const;

/** What an application has to say: there, missing, or not known. */
export function Complete({ view: { complete } }: { view: DeskCase }) {
  const [open, setOpen] = useState(false);
  if (complete.length === 0) return null;
  const missing = complete.filter(({ need, state }) => need && state !== 'there').length;
  const there = complete.filter(({ state }) => state === 'there');
  return (
    <Card title={copy.complete}>
      <View className="desk-pad desk-pad--note">{copy.completeNote(missing)}</View>
      {complete.filter(({ state }) => state !== 'there').map(line)}
      {there.length > 0 && (
        <Row
          icon="status-ok"
          iconClass="ui-ink--ok"
          title={copy.all(there.length)}
          expanded={open}
          onPress={() => setOpen(!open)}
          dense
        />
      )}
      {open && there.map(line)}
    </Card>
  );
}

const line = ({ block, label, state, need }: DeskCase['complete'][number]) => (
  <Row
    key={`${block} ${label}`}
    title={label}
    line={need ? `${block} · ${copy.need}` : block}
    trailing={<StatusTag {...TAGS[state]} />}
    dense
  />
);

/** What was served on whom, and when: time limits begin there. */
export function Served({ view: { case: at, milestones } }: { view: DeskCase }) {
  if (milestones.length === 0) return null;
  const served = at.timeline.filter(
    ({ milestone = '', corrected }) => /served/.test(milestone) && !corrected,
  );
  return (
    <Card title={copy.served}>
      {served.length === 0 && <View className="desk-pad">{copy.noServed}</View>}
      {served.map(({ seq, text, said }) => (
        <Row key={seq} title={plainDays(text)} {...(said && { line: said })} dense />
      ))}
    </Card>
  );
}

interface AlikeProps {
  view: DeskCase;
  onOpen?: (id: string) => void;
  onDone: (view: DeskCase) => void;
  onChanged: (view: DeskCase) => void;
}

/** Cases that may be of the same matter; with one tap they are handled together. */
export function Alike({ view, onOpen, onDone, onChanged }: AlikeProps) {
  const [busy, setBusy] = useState<string | null>(null);
  const [leaving, setLeaving] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const { alike, milestones, case: at } = view;
  if (milestones.length === 0) return null;
  const join = (other: string) => {
    if (busy) return;
    setBusy(other);
    setError(null);
    call('desk.join', { id: at.id, version: at.version, event: newId(), with: other }, { once: true })
      .then(onDone, async (thrown: CallError) => {
        setError(thrown);
        if (thrown.name === 'CaseChanged') onChanged(await call('desk.show', { id: at.id }));
      })
      .catch(() => undefined)
      .finally(() => setBusy(null));
  };
  return (
    <Card title={copy.alike}>
      <View className="desk-pad desk-pad--note">{alike.length === 0 ? copy.noAlike : copy.alikeNote}</View>
      {alike.map((one) => (
        <View key={one.id}>
          <Row
            title={[one.name, one.title].filter(Boolean).join(' · ')}
            line={one.why}
            trailing={<StatusTag {...stateTag(one.state, one.state_word)} />}
            {...(onOpen ? { onPress: () => onOpen(one.id) } : { to: routes.deskCase(one.id) })}
            dense
            stacked
          />
          {!one.joined && at.can.join?.ok && (
            <View className="desk-pad">
              <Button kind="secondary" block onPress={() => join(one.id)}>
                {busy === one.id ? copy.sending : copy.join}
              </Button>
            </View>
          )}
        </View>
      ))}
      <Problem error={error} line={error?.fields[0]?.message} />
      {at.can.leave_group?.ok && (
        <View className="desk-pad">
          <Button kind="secondary" block onPress={() => setLeaving(true)}>
            {copy.leave}
          </Button>
        </View>
      )}
      {leaving && (
        <Leave
          view={view}
          onClose={() => setLeaving(false)}
          onDone={(next) => {
            setLeaving(false);
            onDone(next);
          }}
        />
      )}
    </Card>
  );
}

interface LeaveProps {
  view: DeskCase;
  onClose: () => void;
  onDone: (view: DeskCase) => void;
}

function Leave({ view: { case: at }, onClose, onDone }: LeaveProps) {
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const [event] = useState(newId);
  const send = () => {
    setWanted(true);
    if (text.trim() === '') return;
    call('desk.act', {
      id: at.id,
      version: at.version,
      event,
      action: 'leave_group',
      text: text.trim(),
    }).then(onDone, setError);
  };
  return (
    <Sheet open title={copy.leave} onClose={onClose}>
      <View className="desk-sheet">
        <TextField
          label={copy.leaveWhy}
          value={text}
          error={wanted && text.trim() === '' ? copy.leaveEmpty : undefined}
          maxLength={200}
          onChange={setText}
        />
        <Problem error={error} line={error?.fields[0]?.message} />
        <View className="ui-sheet__actions">
          <Button kind="secondary" block onPress={onClose}>
            {copy.close}
          </Button>
          <Button block onPress={send}>
            {copy.leave}
          </Button>
        </View>
      </View>
    </Sheet>
  );
}
