import { View } from '@tarojs/components';
import { useState } from 'react';
import { useActing } from '@/client/acting';
import { jobAnswers, useJobs } from '@/client/diary';
import { useLaw } from '@/client/law';
import { addProof, diaryFiles, hasDiaryFiles, type Proof, useProofs } from '@/client/locker';
import { useOwner } from '@/client/owner';
import { truthOf } from '@/domain/cases/when';
import type { FileRef } from '@/domain/wages/diary';
import type { LawBook, ProofRow } from '@/domain/wages/law';
import { Box, Card, Empty, Heading, NotForHelpers, Notice, Page, ReadAloud } from '@/ui';
import { AddFiles } from '../parts/add-files';
import { FileRow } from '../parts/file-row';
import { copy } from './copy';
import { Group, KINDS } from './group';
import { ProofFile } from './proof-file';
import './index.scss';

/** Proofs kept on this phone, by what each shows, and what is still worth getting. */
export default function Locker() {
  const acting = useActing();
  return <Page title={copy.title}>{acting ? <NotForHelpers /> : <Kept />}</Page>;
}

function Kept() {
  const { law, state } = useLaw();
  const proofs = useProofs();
  const [problem, setProblem] = useState('');
  const rows = useRows(law);
  const add = (kind: string | null) => (file: FileRef) => setProblem(addProof(kind, file) ? '' : copy.full);
  const unsorted = proofs.filter(({ kind }) => !rows.some(({ id }) => id === kind));
  return (
    <>
      <Card pad>
        <View className="locker-head">
          <Heading className="locker-head__title">{copy.head}</Heading>
          <ReadAloud kind="round" what={copy.title} text={[copy.head, copy.line, copy.never]} />
        </View>
        <View className="locker-head__line">{copy.line}</View>
        <AddFiles label={copy.addAny} kinds={KINDS} onAdd={add(null)} />
      </Card>
      <Box className="locker-problem" role="status" live="polite">
        {problem}
      </Box>
      {proofs.length === 0 && <Empty icon="lock" title={copy.empty} line={copy.emptyLine} />}
      <Files title={copy.unsorted} proofs={unsorted} rows={rows} />
      <FromDiary />
      <Notice tone="none" icon="shield" inset>
        {copy.never}
      </Notice>
      {!law && (
        <Notice tone="ask" icon="clock" inset live>
          {state === 'error' ? copy.lawMissing : copy.lawLoading}
        </Notice>
      )}
      {law &&
        rows.map((row) => (
          <Group
            key={row.id}
            row={row}
            rows={rows}
            law={law}
            proofs={proofs.filter(({ kind }) => kind === row.id)}
            onAdd={add(row.id)}
          />
        ))}
    </>
  );
}

/** The kinds of proof that may matter: all but those whose condition is known not to hold. */
function useRows(law: LawBook | null): readonly ProofRow[] {
  const jobs = useJobs();
  if (!law) return [];
  const known = jobs.map((job) => ({ answers: jobAnswers(job), facts: {} }));
  return law.proofs.filter(
    ({ when }) => !when || known.length === 0 || known.some((one) => truthOf(when, one) !== false),
  );
}

function Files({
  title,
  proofs,
  rows,
}: {
  title: string;
  proofs: readonly Proof[];
  rows: readonly ProofRow[];
}) {
  if (proofs.length === 0) return null;
  return (
    <Card title={title} pad>
      {proofs.map((proof) => (
        <ProofFile key={proof.id} proof={proof} rows={rows} />
      ))}
    </Card>
  );
}

function FromDiary() {
  const owner = useOwner();
  if (!hasDiaryFiles(owner)) return null;
  const files = diaryFiles(owner);
  return (
    <Card title={copy.fromDiary} pad>
      <View className="locker-quiet">{copy.fromDiaryLine}</View>
      {files.map(({ file, text, day }) => (
        <FileRow key={file.file} file={file} line={`${day} ${text}`} />
      ))}
    </Card>
  );
}
