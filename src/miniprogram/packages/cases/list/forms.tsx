import { View } from '@tarojs/components';
import { useState } from 'react';
import { dropForm, type Form, useForms } from '@/client/form';
import { useOutbox } from '@/client/outbox';
import { routes } from '@/client/routes';
import { useServices } from '@/client/services';
import { Button, Card, Confirm, Row, Section, StatusTag } from '@/ui';
import { copy } from './copy';

/** Begun and not sent: to be gone on with, or thrown away. */
export function FormsHere() {
  const { services } = useServices();
  const sent = new Set(useOutbox().map(({ id }) => id));
  const [dropping, setDropping] = useState<Form | null>(null);
  const forms = useForms().filter(
    ({ id, answers, files }) => !sent.has(id) && Object.keys(answers).length + files.length > 0,
  );
  // what is kept for a case is no form of its own, and a form of another place waits until one is there again
  const shown = forms.flatMap((form) => {
    const title = services?.find(({ id }) => id === form.service)?.title;
    return title === undefined ? [] : [{ form, title }];
  });
  const titleOf = (form: Form | null) => shown.find((one) => one.form.id === form?.id)?.title ?? '';
  if (shown.length === 0) return null;
  return (
    <Section title={copy.forms}>
      {shown.map(({ form, title }) => (
        <Card key={form.id}>
          <Row
            title={title}
            line={copy.formLine(Object.keys(form.answers).length, form.files.length, form.savedAt)}
            trailing={<StatusTag status="none" word={copy.draft} />}
            to={routes.apply(form.service)}
            stacked
          />
          <View className="cases-drop">
            <Button kind="ghost" small label={copy.dropOne(title)} onPress={() => setDropping(form)}>
              {copy.dropForms}
            </Button>
          </View>
        </Card>
      ))}
      <Confirm
        open={dropping !== null}
        title={copy.dropTitle(titleOf(dropping))}
        line={copy.dropLine}
        yes={copy.dropYes}
        onNo={() => setDropping(null)}
        onYes={() => {
          if (dropping) void dropForm(dropping.id);
          setDropping(null);
        }}
      />
    </Section>
  );
}
