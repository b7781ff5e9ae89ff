import { jobAnswers } from '@/client/diary';
import { beginForm } from '@/client/form';
import { go, routes } from '@/client/routes';
import { useService } from '@/client/services';
import type { Job } from '@/domain/wages/diary';

/** Begins the complaint with what the diary knows of a job, and opens its first question. */
export function useBegin(): (job: Job | null) => void {
  const { service } = useService('wage-complaint');
  return (job) => {
    // without the service's file the form itself says why it cannot begin
    if (service && job) {
      const known = jobAnswers(job);
      const asked = service.questions.map(({ id }) => id);
      beginForm(
        service,
        Object.fromEntries(
          Object.entries(known).filter(([id, value]) => value !== null && asked.includes(id)),
        ),
      );
    }
    go(routes.apply('wage-complaint'));
  };
}
