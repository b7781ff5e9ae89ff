import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CallError } from '@/client/call';
import { today } from '@/client/clock';
import { useCounty } from '@/client/county';
import type { OwnJob } from '@/client/diary';
import { removeJob, wholeLog } from '@/client/diary-store';
import { isSame } from '@/client/kept-files';
import { paperFiles } from '@/client/paper-file';
import { saveFile, savePdf } from '@/client/save-file';
import { verifyChain } from '@/domain/wages/chain';
import { diaryCsv, diaryPaper } from '@/domain/wages/diary-table';
import type { Owed } from '@/domain/wages/owed';
import { Box, Busy, Button, Card, Confirm, Icon, Problem } from '@/ui';
import { copy } from './copy';

interface KeepProps {
  job: OwnJob;
  owed: Owed;
}

interface Said {
  readonly good: boolean;
  readonly text: string;
}

/** Kept elsewhere, printed, looked over, deleted. */
export function Keep({ job, owed }: KeepProps) {
  const county = useCounty();
  const [asking, setAsking] = useState<'pdf' | 'remove' | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const say = (good: boolean, text: string) => setSaid({ good, text });
  const begin = () => {
    setError(null);
    setSaid(null);
  };
  const csv = () => {
    begin();
    saveFile(`${fileName(job)}.csv`, diaryCsv(wholeLog(job)), 'text/csv;charset=utf-8').then(
      (kept) => say(true, kept === 'shared' ? copy.csvShared : copy.csvDone),
      () => say(false, copy.failed),
    );
  };
  const pdf = async () => {
    setAsking(null);
    begin();
    setBusy(true);
    try {
      const paper = diaryPaper({
        ...{ job, county: job.county === null ? '' : county(job.county), log: wholeLog(job), owed },
        ...{ works: Object.values(job.months), last: job.head.hash, today: today() },
      });
      const files = await paperFiles(paper, 'pdf');
      for (const [at, { base64 }] of files.entries())
        await savePdf(`${fileName(job)}${files.length > 1 ? `-${at + 1}` : ''}.pdf`, base64);
      say(true, files.length > 1 ? copy.pdfParts(files.length) : copy.pdfDone);
    } catch (thrown) {
      setError(thrown as CallError);
    }
    setBusy(false);
  };
  const verify = async () => {
    begin();
    setBusy(true);
    setSaid(await verified(job));
    setBusy(false);
  };
  return (
    <Card title={copy.keep} pad>
      <View className="diary-keep">
        <Button kind="secondary" block icon="document" onPress={csv}>
          {copy.csv}
        </Button>
        <Button kind="secondary" block icon="document" onPress={() => setAsking('pdf')}>
          {copy.pdf}
        </Button>
        <Button kind="secondary" block icon="shield" onPress={() => void verify()}>
          {copy.verify}
        </Button>
        <View className="diary-quiet">{copy.verifyWhat}</View>
        {busy && <Busy>{copy.making}</Busy>}
        <Problem error={error} />
        <Box className={`diary-said ui-ink--${said?.good ? 'ok' : 'no'}`} role="status" live="polite">
          {said && <Icon name={said.good ? 'status-ok' : 'status-no'} size={20} />}
          {said && <View className="diary-said__text">{said.text}</View>}
        </Box>
        <Button kind="ghost" small onPress={() => setAsking('remove')}>
          {copy.remove}
        </Button>
      </View>
      <Confirm
        open={asking === 'pdf'}
        title={copy.pdfAsk}
        line={copy.pdfAskLine}
        yes={copy.pdfYes}
        onYes={() => void pdf()}
        onNo={() => setAsking(null)}
      />
      <Confirm
        open={asking === 'remove'}
        title={copy.removeSure}
        line={copy.removeLine}
        yes={copy.removeYes}
        onYes={() => {
          setAsking(null);
          removeJob(job.id);
        }}
        onNo={() => setAsking(null)}
      />
    </Card>
  );
}

/** What no file system takes is left out of the name. */
const fileName = ({ title }: OwnJob): string =>
  `记工本-${title.replace(/[\\/:*?"<>|\p{Cc}]/gu, '').slice(0, 30)}-${today()}`;

async function verified(job: OwnJob): Promise<Said> {
  const log = wholeLog(job);
  const check = verifyChain(log, job.head);
  if (!check.ok) {
    const text = check.why === 'cut' ? copy.verifyBad.cut : copy.verifyBad[check.why](check.entry?.day ?? '');
    return { good: false, text };
  }
  if (check.count === 0) return { good: true, text: copy.verifyEmpty };
  let wrong = 0;
  for (const { entry } of log)
    for (const file of entry.files ?? []) if ((await isSame(file)) !== true) wrong++;
  return wrong > 0
    ? { good: false, text: copy.verifyFiles(wrong) }
    : { good: true, text: copy.verifyOk(check.count) };
}
