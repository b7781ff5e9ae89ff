import type { Job } from '@/domain/wages/diary';
import { Card, Row, Sheet } from '@/ui';
import { copy } from './copy';

interface WhichJobProps {
  open: boolean;
  jobs: readonly Job[];
  onClose: () => void;
  onChoose: (job: Job | null) => void;
}

/** The diary knows several jobs: for which one. */
export function WhichJob({ open, jobs, onClose, onChoose }: WhichJobProps) {
  return (
    <Sheet open={open} title={copy.which.title} onClose={onClose}>
      <Card>
        {jobs.map((job) => (
          <Row
            key={job.id}
            icon="calendar"
            title={job.title}
            line={copy.which.line}
            onPress={() => onChoose(job)}
          />
        ))}
        <Row icon="next" title={copy.which.other} onPress={() => onChoose(null)} />
      </Card>
    </Sheet>
  );
}
