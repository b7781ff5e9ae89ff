import type { UseForm } from '@/client/form';
import type { DraftView } from '@/contract/cases';
import { Button, Card, Row, StepHead } from '@/ui';
import { copy } from './copy';

interface ConflictProps {
  theirs: DraftView;
  use: UseForm;
}

/** The same form was changed on another device: nothing is overwritten until one of the two is chosen. */
export function Conflict({ theirs, use }: ConflictProps) {
  const { form, useTheirs: takeTheirs, useMine: takeMine } = use;
  const { title, line, mine } = copy.conflict;
  const other = copy.conflict.theirs(theirs.device);
  const lines = [
    copy.conflict.theirsLine(Object.keys(theirs.answers).length, theirs.saved_at),
    copy.conflict.mineLine(Object.keys(form.answers).length, form.savedAt),
  ] as const;
  return (
    <>
      <StepHead title={title} line={line} more={[other, lines[0], mine, lines[1]]} />
      <Card pad>
        <Row icon="link" title={other} line={lines[0]} />
        <Button block onPress={takeTheirs}>
          {copy.conflict.useTheirs}
        </Button>
      </Card>
      <Card pad>
        <Row icon="user" title={mine} line={lines[1]} />
        <Button kind="secondary" block onPress={takeMine}>
          {copy.conflict.useMine}
        </Button>
      </Card>
    </>
  );
}
