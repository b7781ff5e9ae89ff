import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { saveCasePaper } from '@/client/case-papers';
import { dueWords } from '@/client/case-words';
import { today } from '@/client/clock';
import { addToCalendar, saveFile, savePdf } from '@/client/save-file';
import type { Due } from '@/domain/cases';
import { Card, Problem, Row, Section } from '@/ui';
import { copy } from './copy';

interface KeepProps {
  id: string;
  title: string;
  due: Due | null;
  /** of a wage matter: papers made from what was filed */
  papers?: readonly { readonly id: string; readonly title: string }[];
}

const h5 = process.env.TARO_ENV === 'h5';

/** The receipt as a PDF, and the due day in the calendar of the phone. */
export function Keep({ id, title, due, papers = [] }: KeepProps) {
  const [busy, setBusy] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [error, setError] = useState<CallError | null>(null);
  const doing = (what: string, work: () => Promise<string>) => {
    if (busy) return;
    setBusy(what);
    setSaid('');
    setError(null);
    work().then(
      (words) => {
        setBusy(null);
        setSaid(words);
      },
      (thrown: CallError) => {
        setBusy(null);
        // the phone's own refusals have no name of ours
        if ('requestId' in thrown) setError(thrown);
        else setSaid(what === 'calendar' && !h5 ? copy.keep.notNoted : copy.keep.failed);
      },
    );
  };
  const receipt = async () => {
    const { name, base64 } = await call('cases.receipt', { id });
    return copy.keep[await savePdf(name, base64)];
  };
  const calendar = async () => {
    if (!h5 && due?.on) {
      await addToCalendar(due.on, copy.keep.event(title, dueWords(due)));
      return copy.keep.noted;
    }
    const { name, text } = await call('cases.calendar', { id });
    return copy.keep[await saveFile(name, text, 'text/calendar')];
  };
  return (
    <Section title={copy.keep.title}>
      <Card>
        <Row
          icon="document"
          title={busy === 'receipt' ? copy.keep.making : copy.keep.receipt}
          line={copy.keep.receiptLine}
          onPress={() => doing('receipt', receipt)}
          dense
        />
        {papers.map((paper) => (
          <Row
            key={paper.id}
            icon="document"
            title={busy === paper.id ? copy.keep.making : copy.keep.paper(paper.title)}
            line={copy.keep.paperLine}
            onPress={() =>
              doing(paper.id, async () => copy.keep[await saveCasePaper('cases.paper', id, paper.id, 'pdf')])
            }
            dense
          />
        ))}
        {due?.on && due.on >= today() && (
          <Row
            icon="calendar"
            title={busy === 'calendar' ? copy.keep.making : copy.keep.calendar}
            line={copy.keep.calendarLine}
            onPress={() => doing('calendar', calendar)}
            dense
          />
        )}
      </Card>
      <View className="keep-said" aria-live="polite">
        {said}
      </View>
      <Problem error={error} />
    </Section>
  );
}
