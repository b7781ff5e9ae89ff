import type { ReactNode } from 'react';
import { type Form, useForms } from '@/client/forms';
import { routes } from '@/client/routes';
import { Button, Empty } from '@/ui';
import { copy } from './copy';

/** The services a wage matter is filed with. */
export const WAGE_SERVICES: readonly string[] = ['wage-complaint', 'wage-arbitration'];

/** The form in progress that is looked at; the newest of a wage matter when none is named. */
export function useWageForm(id: string | undefined): Form | null {
  const forms = useForms().filter(({ service }) => WAGE_SERVICES.includes(service));
  return forms.find((form) => form.id === id) ?? forms[0] ?? null;
}

export function FormGate({ id, children }: { id: string | undefined; children: (form: Form) => ReactNode }) {
  const form = useWageForm(id);
  if (form) return <>{children(form)}</>;
  return (
    <Empty icon="taoxin" title={copy.noForm.title} line={copy.noForm.line}>
      <Button to={routes.rights()} block>
        {copy.noForm.button}
      </Button>
    </Empty>
  );
}
