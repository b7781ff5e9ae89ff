import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CallError } from '@/client/call';
import { casePapers, saveCasePaper } from '@/client/case-papers';
import type { DeskCase } from '@/contract/desk';
import type { PaperFormat } from '@/contract/papers';
import { Card, Problem, Row } from '@/ui';
import { recordCopy as copy } from './record-copy';

const FORMATS: readonly PaperFormat[] = ['docx', 'pdf'];

/** The papers of a wage matter from what was filed, to print or to go on writing. */
export function PapersOut({ view: { case: at } }: { view: DeskCase }) {
  const [busy, setBusy] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [error, setError] = useState<CallError | null>(null);
  const papers = casePapers(at);
  if (papers.length === 0) return null;
  const take = (paper: string, format: PaperFormat) => {
    if (busy) return;
    setBusy(`${paper} ${format}`);
    setSaid('');
    setError(null);
    saveCasePaper('desk.paper', at.id, paper, format)
      .then(
        () => setSaid(copy.taken),
        (thrown: CallError) => ('requestId' in thrown ? setError(thrown) : setSaid(copy.notTaken)),
      )
      .finally(() => setBusy(null));
  };
  return (
    <Card title={copy.papers}>
      {papers.flatMap(({ id, title }) =>
        FORMATS.map((format) => (
          <Row
            key={`${id} ${format}`}
            icon="document"
            title={busy === `${id} ${format}` ? copy.taking : copy.paper(title, format)}
            onPress={() => take(id, format)}
            dense
          />
        )),
      )}
      <View className="desk-pad" aria-live="polite">
        {said}
      </View>
      <Problem error={error} />
    </Card>
  );
}
