import { beginForm } from '@/client/form';
import type { Form } from '@/client/forms';
import { replace, routes } from '@/client/routes';
import { useServices } from '@/client/services';

/** The same matter on the other form: what was answered goes along, and the first form stays. */
export function useSwitch(form: Form): (service: 'wage-complaint' | 'wage-arbitration') => void {
  const { services } = useServices();
  return (id) => {
    const service = services?.find((one) => one.id === id);
    if (service) {
      const asked = service.questions.map((question) => question.id);
      beginForm(
        service,
        Object.fromEntries(Object.entries(form.answers).filter(([name]) => asked.includes(name))),
      );
    }
    replace(routes.apply(id));
  };
}
