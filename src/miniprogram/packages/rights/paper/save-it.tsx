import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CallError } from '@/client/call';
import { savePaper } from '@/client/paper-file';
import type { PaperFormat } from '@/contract/papers';
import type { Paper } from '@/domain/wages/paper';
import { Button, Card, Problem, Section } from '@/ui';
import { copy } from './copy';

/** As a PDF or Word file. That the words go to the server for it is said before. */
export function SaveIt({ paper }: { paper: Paper }) {
  const [busy, setBusy] = useState<PaperFormat | null>(null);
  const [said, setSaid] = useState('');
  const [error, setError] = useState<CallError | null>(null);
  const save = (format: PaperFormat) => {
    if (busy) return;
    setBusy(format);
    setSaid('');
    setError(null);
    savePaper(paper, format).then(
      (kept) => {
        setBusy(null);
        setSaid(copy.save[kept]);
      },
      (thrown: CallError) => {
        setBusy(null);
        // the phone's own refusals have no name of ours
        if ('requestId' in thrown) setError(thrown);
        else setSaid(copy.save.failed);
      },
    );
  };
  return (
    <Section title={copy.save.title}>
      <Card pad>
        <View className="paper-quiet">{copy.save.note}</View>
        <View className="paper-save">
          {(['pdf', 'docx'] as const).map((format) => (
            <Button
              key={format}
              kind={format === 'pdf' ? 'primary' : 'secondary'}
              icon="document"
              block
              onPress={() => save(format)}
            >
              {busy === format ? copy.save.making : copy.save[format]}
            </Button>
          ))}
        </View>
        <View className="paper-said" aria-live="polite">
          {said}
        </View>
        <Problem error={error} />
      </Card>
    </Section>
  );
}
