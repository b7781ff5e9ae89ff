import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { today } from '@/client/clock';
import { newId } from '@/client/new-id';
import { personalStore } from '@/client/session';
import type { DeskCase } from '@/contract/desk';
import { Button, Notice, Problem, Sheet } from '@/ui';
import { useFormState } from '../use-form-state';
import {
  type RecordDraft,
  type RecordProblems,
  recordInput,
  recordProblems,
  serverRecordProblems,
} from './record';
import { recordCopy as copy } from './record-copy';
import { RecordFields } from './record-fields';

/** What was written and not sent stays while the app is open. */
const drafts = personalStore<Readonly<Record<string, RecordDraft>>>({});

export type Correcting = DeskCase['case']['timeline'][number];

interface RecordSheetProps {
  view: DeskCase;
  /** the entry whose place it takes */
  correcting: Correcting | null;
  onClose: () => void;
  onDone: (view: DeskCase) => void;
  onChanged: (view: DeskCase) => void;
}

const emptyDraft = (correcting: Correcting | null): RecordDraft => ({
  event: newId(),
  milestone: correcting?.milestone ?? '',
  on: correcting?.on ?? null,
  text: '',
  yuan: '',
  place: '',
  time: '',
  until: null,
  who: '',
  asked_on: null,
  items: [],
  confirmed: '',
  corrects: correcting?.id ?? null,
});

/** One step of the way, written down; or one that was written down wrong, by another that takes its place. */
export function RecordSheet({ view, correcting, onClose, onDone, onChanged }: RecordSheetProps) {
  const key = `${view.case.id} ${correcting?.id ?? ''}`;
  const [draft, change, latest] = useFormState<RecordDraft>(
    () => drafts.get()[key] ?? emptyDraft(correcting),
    (next) => drafts.set({ ...drafts.get(), [key]: next }),
  );
  const [reminded, setReminded] = useState(false);
  const [server, setServer] = useState<RecordProblems>({});
  const [error, setError] = useState<CallError | null>(null);
  const [changed, setChanged] = useState(false);
  const [sending, setSending] = useState(false);
  const chosen = view.milestones.find(({ id }) => id === draft.milestone);
  const own = reminded ? recordProblems(chosen, draft, today()) : {};

  const failed = async (thrown: CallError) => {
    setSending(false);
    if (thrown.name === 'CaseChanged' || thrown.name === 'ActionNotAllowed') {
      setChanged(true);
      onChanged(await call('desk.show', { id: view.case.id }));
      return;
    }
    const found = serverRecordProblems(thrown.fields);
    setServer(found);
    setError(Object.keys(found).length > 0 ? null : thrown);
  };
  const send = () => {
    setReminded(true);
    const written = latest();
    if (sending || !chosen || Object.keys(recordProblems(chosen, written, today())).length > 0) return;
    setSending(true);
    setError(null);
    call('desk.act', recordInput(view, chosen, written))
      .then((next) => {
        const { [key]: _, ...rest } = drafts.get();
        drafts.set(rest);
        onDone(next);
      }, failed)
      .catch((thrown: CallError) => setError(thrown));
  };
  return (
    <Sheet open title={correcting ? copy.correct : copy.title} onClose={onClose}>
      <View className="desk-sheet">
        {changed && (
          <Notice tone="ask" icon="status-ask" inset live>
            {copy.changed}
          </Notice>
        )}
        {correcting && (
          <Notice inset icon="status-none" title={copy.was}>
            {correcting.text}
          </Notice>
        )}
        <RecordFields
          view={view}
          draft={draft}
          fixed={correcting !== null}
          problems={{ ...server, ...own }}
          asksWhy={server.confirmed !== undefined || draft.confirmed !== ''}
          onChange={(patch) => {
            // the reason stays asked for until the day is another
            setServer(({ confirmed }) => (confirmed && !('on' in patch) ? { confirmed } : {}));
            change(patch);
          }}
        />
        <Problem error={error} />
        <View className="ui-sheet__actions">
          <Button kind="secondary" block onPress={onClose}>
            {copy.close}
          </Button>
          <Button block onPress={send}>
            {sending ? copy.sending : copy.yes}
          </Button>
        </View>
      </View>
    </Sheet>
  );
}
