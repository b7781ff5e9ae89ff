import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import type { CallError } from '@/client/call';
import { dayWords } from '@/client/case-words';
import { usePapers } from '@/client/form';
import { forget, send } from '@/client/outbox';
import { back } from '@/client/routes';
import { useService } from '@/client/services';
import type { CaseView } from '@/contract/cases';
import type { EvidenceAsk, Service } from '@/domain/cases';
import { Button, Card, Icon, Notice, Page, Problem, ReadAloud, TextField } from '@/ui';
import { Uploader } from '@/ui/uploader';
import { copy } from './copy';

const WORDS = 'words';
const MOST = 5;

/** The papers asked for; unasked, any of the service's. Of a service this phone does not know at least their names. */
function papersOf({ asked, papers }: CaseView, service: Service | null): readonly EvidenceAsk[] {
  const known = service?.evidence ?? [];
  if (!asked) return known;
  return asked.evidence.map((id) => {
    const title = papers.find(({ evidence }) => evidence === id)?.title ?? copy.paper;
    return known.find((one) => one.id === id) ?? { id, title, min: 0, max: MOST };
  });
}

export function Supply({ view, reload }: { view: CaseView; reload: () => Promise<void> }) {
  const { asked } = view;
  const { service } = useService(view.service);
  const { form, saved, answer, addFiles, dropFile, retryFile } = usePapers(view.id);
  const [busy, setBusy] = useState(false);
  const [wanted, setWanted] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const sending = useRef(false);
  const typed = form.answers[WORDS];
  const words = typeof typed === 'string' ? typed : '';
  const text = words.trim();
  const problem = form.files.some(({ state }) => state === 'failed')
    ? copy.failed
    : form.files.length === 0 && text === ''
      ? copy.empty
      : null;
  const hand = () => {
    setWanted(true);
    if (problem !== null || sending.current) return;
    sending.current = true;
    setBusy(true);
    setError(null);
    const files = form.files.map(({ file, evidence }) => ({ file, evidence }));
    const input = {
      id: view.id,
      version: view.version,
      event: form.id,
      action: 'supplement' as const,
      files,
      ...(text !== '' && { text }),
    };
    const title = copy.outbox(view.title);
    void send({ id: form.id, kind: 'act', path: 'cases.act', input, title }).then(async (item) => {
      sending.current = false;
      setBusy(false);
      // delivered, or waiting for a signal: the case itself says which
      if (item.state !== 'refused') return back();
      setError(item.error);
      forget(item.id);
      if (item.error?.name === 'CaseChanged' || item.error?.name === 'ActionNotAllowed') await reload();
    });
  };
  const until = asked ? copy.until(dayWords(asked.until)) : copy.free;
  return (
    <Page
      title={copy.title}
      bar={
        <>
          <Button kind="secondary" onPress={back}>
            {copy.later}
          </Button>
          <Button block onPress={hand}>
            {busy ? copy.sending : copy.send}
          </Button>
        </>
      }
      barNote={
        <>
          <Icon name="lock" size={18} />
          {copy.saved[saved]}
        </>
      }
    >
      <Card pad title={asked ? copy.asked : view.title}>
        {asked && <View className="supply-asked">{asked.text}</View>}
        <View className="supply-until">{until}</View>
        <ReadAloud what={copy.asked} text={[...(asked ? [asked.text] : []), until]} />
      </Card>
      {error?.name === 'CaseChanged' ? (
        <Notice tone="ask" icon="flag" inset live>
          {copy.changed}
        </Notice>
      ) : (
        <Problem error={error} line={error?.fields[0]?.message} />
      )}
      {papersOf(view, service).map((paper) => (
        <Uploader
          key={paper.id}
          title={paper.title}
          hint={asked ? undefined : paper.hint}
          min={0}
          max={paper.max}
          files={form.files.filter(({ evidence }) => evidence === paper.id)}
          onPick={(picked) => addFiles(paper.id, picked)}
          onDrop={dropFile}
          onRetry={retryFile}
        />
      ))}
      <TextField
        label={copy.words}
        hint={copy.wordsHint}
        value={words}
        maxLength={500}
        onChange={(next) => answer(WORDS, next)}
      />
      <View className="supply-remind" aria-live="polite">
        {wanted ? (problem ?? '') : ''}
      </View>
    </Page>
  );
}
