import { View } from '@tarojs/components';
import { useState } from 'react';
import { CallError, call } from '@/client/call';
import { today } from '@/client/clock';
import type { DeskCase } from '@/contract/desk';
import { yuan } from '@/domain/money/yuan';
import { Button, Notice, Problem, Sheet } from '@/ui';
import { type ActProblems, actInput, actProblems, type DeskAction, serverProblems } from './act';
import { ActFields } from './act-fields';
import { copy } from './copy';
import { dropDraft, useDraft } from './drafts';
import { RefusalPreview } from './preview';
import { stepWords } from './step-words';

interface ActSheetProps {
  view: DeskCase;
  action: DeskAction;
  me: string;
  onClose: () => void;
  onDone: (view: DeskCase | null, action: DeskAction) => void;
  onChanged: (view: DeskCase) => void;
}

/**
 * One step: what it means, what has to be written, send. What was written stays whatever happens: closed, refused,
 * changed by somebody else meanwhile. A refusal is read once more as the resident will read it.
 */
export function ActSheet({ view, action, me, onClose, onDone, onChanged }: ActSheetProps) {
  const [draft, change, latest] = useDraft(view, action, firstOf(view, action));
  const [reminded, setReminded] = useState(false);
  const [server, setServer] = useState<ActProblems>({});
  const [error, setError] = useState<CallError | null>(null);
  const [changed, setChanged] = useState(false);
  const [reading, setReading] = useState(false);
  const [sending, setSending] = useState(false);
  const words = stepWords(view, action);
  const may = view.case.can[action];
  const problems = reminded
    ? { ...server, ...actProblems(action, draft, today(), view.case.tells_licence, view.items.length > 0) }
    : server;

  const failed = async (thrown: CallError) => {
    setSending(false);
    setReading(false);
    if (thrown.name === 'CaseChanged' || thrown.name === 'ActionNotAllowed') {
      setChanged(true);
      onChanged(await call('desk.show', { id: view.case.id }));
      return;
    }
    const fields = serverProblems(thrown.fields);
    setServer(fields);
    setError(Object.keys(fields).length > 0 ? null : thrown);
  };
  const send = () => {
    if (sending) return;
    setSending(true);
    setError(null);
    setServer({});
    const written = latest();
    const sent = action === 'assign' ? assign(view, written.to) : act(view, action, written);
    sent
      .then((next) => {
        dropDraft(view, action);
        onDone(next, action);
      }, failed)
      .catch((thrown: CallError) => setError(thrown));
  };
  const next = () => {
    setReminded(true);
    if (
      Object.keys(actProblems(action, latest(), today(), view.case.tells_licence, view.items.length > 0))
        .length > 0
    )
      return;
    if (action === 'refuse' && !reading) setReading(true);
    else send();
  };
  const yes = action === 'refuse' && !reading ? copy.send : words.yes;
  return (
    <Sheet
      key={reading ? 'read' : 'write'}
      open
      title={reading ? copy.preview : words.word}
      onClose={onClose}
    >
      <View className="desk-sheet">
        {changed && (
          <Notice tone="ask" icon="status-ask" inset live>
            {copy.changed}
          </Notice>
        )}
        {!reading && <View className="desk-quiet desk-quiet--line">{words.line}</View>}
        {reading ? (
          <RefusalPreview view={view} text={draft.text.trim()} item={draft.item} />
        ) : (
          <ActFields
            view={view}
            action={action}
            me={me}
            draft={draft}
            problems={problems}
            onChange={(patch) => {
              setServer({});
              change(patch);
            }}
          />
        )}
        <Problem error={error} />
        {may?.ok === false && (
          <Notice tone="no" icon="lock" title={copy.notNow} inset live>
            {may.why}
          </Notice>
        )}
        <View className="ui-sheet__actions">
          <Button kind="secondary" block onPress={reading ? () => setReading(false) : onClose}>
            {reading ? copy.back : copy.close}
          </Button>
          {may?.ok && (
            <Button block onPress={next}>
              {sending ? copy.sending : yes}
            </Button>
          )}
        </View>
      </View>
    </Sheet>
  );
}

/** A payment begins with what was approved. */
function firstOf({ case: { decision } }: DeskCase, action: DeskAction) {
  const fen = decision?.fen ?? null;
  return fen !== null && (action === 'pay' || action === 'correct_payment') ? { yuan: yuan(fen) } : {};
}

type Draft = Parameters<typeof actInput>[2];

/** Its event id makes it happen once, however often it is sent. */
const act = (view: DeskCase, action: Exclude<DeskAction, 'assign'>, draft: Draft) =>
  call('desk.act', actInput(action, view, draft));

async function assign(view: DeskCase, to: string): Promise<null> {
  const { refused } = await call('desk.assign', { cases: [view.case.id], to }, { once: true });
  const [first] = refused;
  if (first) throw new CallError('ActionNotAllowed', first.why);
  return null;
}
