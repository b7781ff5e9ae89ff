import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CallError } from '@/client/call';
import { today } from '@/client/clock';
import { useMe } from '@/client/me';
import { savePaper } from '@/client/paper-file';
import { routes } from '@/client/routes';
import type { PaperFormat } from '@/contract/papers';
import { answeredOf, LONGEST_ANSWER, PLAN_QUESTIONS, planPaper } from '@/domain/startup/plan';
import {
  Box,
  Busy,
  Button,
  Card,
  Confirm,
  dateText,
  Heading,
  Page,
  Problem,
  ReadAloud,
  Row,
  TextField,
} from '@/ui';
import { ASKS, copy, WORDS } from './copy';
import { usePlan } from './store';
import './index.scss';

/** Ten plain questions, and a page for the loan officer. Everything stays on the phone. */
export default function PlanPage() {
  // whose it is, where somebody is signed in
  useMe();
  const { answers, kept, write, clear } = usePlan();
  const [asking, setAsking] = useState(false);
  const n = answeredOf(answers);
  return (
    <Page title={copy.title}>
      <Card pad>
        <View className="plan-head">
          <Heading>{copy.head}</Heading>
          <ReadAloud
            kind="round"
            what={copy.read}
            text={[copy.head, copy.line, ...PLAN_QUESTIONS.map((id) => ASKS[id].title)]}
          />
        </View>
        <View>{copy.line}</View>
        <Box className="plan-quiet" role="status" live="polite">
          {`${copy.done(n, PLAN_QUESTIONS.length)}，${kept ? copy.saved : copy.notSaved}`}
        </Box>
      </Card>
      {PLAN_QUESTIONS.map((id, at) => {
        const text = answers[id] ?? '';
        return (
          <TextField
            key={id}
            label={`${at + 1}. ${ASKS[id].title}`}
            hint={ASKS[id].hint}
            value={text}
            maxLength={LONGEST_ANSWER}
            error={text.length > LONGEST_ANSWER ? copy.long(LONGEST_ANSWER) : undefined}
            onChange={(next) => write(id, next)}
          />
        );
      })}
      <Save answers={answers} some={n > 0} />
      <Card>
        <Row icon="butie" title={copy.loan} to={routes.startupLoan()} />
        <Row icon="location" title={copy.near} to={routes.startupNear()} />
      </Card>
      {n > 0 && (
        <Button kind="ghost" small onPress={() => setAsking(true)}>
          {copy.clear}
        </Button>
      )}
      <Confirm
        open={asking}
        {...copy.clearSure}
        onYes={() => {
          setAsking(false);
          clear();
        }}
        onNo={() => setAsking(false)}
      />
    </Page>
  );
}

function Save({ answers, some }: { answers: Parameters<typeof planPaper>[0]; some: boolean }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const [said, setSaid] = useState('');
  const save = async (format: PaperFormat) => {
    setBusy(true);
    setError(null);
    setSaid('');
    try {
      const made = await savePaper(planPaper(answers, WORDS, dateText(today())), format);
      setSaid(copy.kept[made]);
    } catch (thrown) {
      if (thrown instanceof Error && 'fields' in thrown) setError(thrown as CallError);
      else setSaid(copy.failed);
    }
    setBusy(false);
  };
  const off = some ? undefined : copy.empty;
  return (
    <View className="plan-save">
      <Button icon="document" block disabledReason={off} onPress={() => void save('pdf')}>
        {copy.pdf}
      </Button>
      <Button kind="secondary" icon="document" block disabledReason={off} onPress={() => void save('docx')}>
        {copy.docx}
      </Button>
      {busy && <Busy>{copy.making}</Busy>}
      <Problem error={error} />
      <Box className="plan-quiet" role="status" live="polite">
        {said}
      </Box>
    </View>
  );
}
