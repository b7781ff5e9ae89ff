import { beginForm } from '@/client/form';
import { useForms } from '@/client/forms';
import { go, routes } from '@/client/routes';
import { useService } from '@/client/services';
import type { SpellView } from '@/contract/work';
import { unpaidAnswers } from '@/domain/jobs/spells';

const SERVICE = 'wage-complaint';

/** 讨薪 with what is known of the job that was not paid. A complaint in progress about somebody else is left as it is. */
export function useComplain(): (spell: SpellView) => void {
  const { service } = useService(SERVICE);
  const [before] = useForms().filter((form) => form.service === SERVICE);
  return (spell) => {
    const named = before?.answers.employer_name ?? '';
    // without the service's file the page of unpaid wages says why it cannot begin
    if (service && (named === '' || named === spell.employer)) {
      const asked = service.questions.map(({ id }) => id);
      const known = Object.entries(unpaidAnswers(spell)).filter(([id]) => asked.includes(id));
      beginForm(service, Object.fromEntries(known));
    }
    go(routes.rights());
  };
}
