import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { useDocument } from '@/client/documents';
import { newId } from '@/client/new-id';
import { useStore } from '@/client/store';
import { forgetUploads, uploads } from '@/client/upload-store';
import type { OutputOf } from '@/contract/api';
import type { NewsView } from '@/contract/news';
import { Button, Notice, Problem } from '@/ui';
import { NewsBody } from '../../news/parts/body';
import { useFormState } from '../parts/use-form-state';
import { begun } from './begun';
import { copy } from './copy';
import { type Draft, inputOf, type Problems, problemsOf, serverProblems } from './draft';
import { Form } from './form';

interface WritingProps {
  desk: OutputOf<'news.mine'>;
  onDone: () => void;
}

/** Written, looked at as on the phone, published: one after the other, and back. */
export function Writing({ desk, onDone }: WritingProps) {
  const [draft, write, latest] = useFormState<Draft>(
    () => {
      const found = begun.get();
      const document = found.document || (desk.documents[0]?.id ?? '');
      return { ...found, document, id: found.id || newId() };
    },
    (next) => begun.set(next),
  );
  const { document } = useDocument(draft.document);
  const sent = useStore(uploads).find(({ file }) => file === draft.file);
  const [reminded, setReminded] = useState(false);
  const [server, setServer] = useState<Problems>({});
  const [error, setError] = useState<CallError | null>(null);
  const [busy, setBusy] = useState(false);
  const [view, setView] = useState<NewsView | null>(null);
  const found = (): Problems => ({
    ...problemsOf(latest(), document?.items ?? []),
    ...(latest().file !== null && sent && sent.state !== 'ready' && { file: copy.waiting }),
    ...(sent && !sent.type.startsWith('image/') && { file: copy.noPdf }),
  });
  const wrong: Problems = { ...server, ...(reminded && found()) };
  const asking = async (path: 'news.preview' | 'news.publish'): Promise<NewsView | null> => {
    if (busy) return null;
    setBusy(true);
    setError(null);
    try {
      return await call(path, { id: latest().id, news: inputOf(latest()) });
    } catch (thrown) {
      const refused = thrown as CallError;
      setError(refused);
      setServer(serverProblems(refused.fields));
      setView(null);
      return null;
    } finally {
      setBusy(false);
    }
  };
  const look = async () => {
    setReminded(true);
    if (Object.keys(found()).length === 0) setView(await asking('news.preview'));
  };
  const publish = async () => {
    if (!(await asking('news.publish'))) return;
    if (draft.file !== null) forgetUploads([draft.file]);
    begun.clear();
    onDone();
  };
  if (view) {
    return (
      <View className="desk-sheet desk-narrow">
        <Notice tone="doing" icon="status-doing" inset live>
          {copy.previewLine}
        </Notice>
        <NewsBody view={view} picture={sent?.thumb ?? null} />
        <Button block onPress={() => void publish()}>
          {busy ? copy.publishing : copy.publish}
        </Button>
        <Button block kind="secondary" onPress={() => setView(null)}>
          {copy.back}
        </Button>
      </View>
    );
  }
  return (
    <View className="desk-sheet desk-narrow">
      <Form
        desk={desk}
        draft={draft}
        wrong={wrong}
        change={(patch) => {
          setServer({});
          write(patch);
        }}
      />
      <Problem error={error} line={error?.fields[0]?.message} />
      <Button block onPress={() => void look()}>
        {busy ? copy.checking : copy.preview}
      </Button>
    </View>
  );
}
