import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Form } from '@/client/forms';
import { routes } from '@/client/routes';
import type { Missing as MissingField } from '@/domain/wages/papers';
import { Card, Press, Row, Section } from '@/ui';
import { copy } from './copy';

interface MissingProps {
  missing: readonly MissingField[];
  form: Form | null;
  /** writes it into the paper itself */
  onWrite: (block: string) => void;
}

/** On a phone a longer list would push the paper out of sight. */
const FIRST = 4;

/** What the law wants and nobody has said: each leads to where it can be said. */
export function Missing({ missing, form, onWrite }: MissingProps) {
  const [all, setAll] = useState(false);
  const { title, none, why, ask, write, more, less } = copy.missing;
  const shown = all ? missing : missing.slice(0, FIRST);
  return (
    <Section title={title(missing.length)}>
      <Card>
        {missing.length === 0 && <Row icon="status-ok" iconClass="ui-ink--ok" title={none} dense />}
        {shown.map(({ id, label, question }) =>
          question && form ? (
            <Row key={id} title={label} note={ask} to={routes.apply(form.service, question)} dense />
          ) : (
            <Row key={id} title={label} note={write} onPress={() => onWrite(id)} dense />
          ),
        )}
        {missing.length > FIRST && (
          <Press className="paper-more" expanded={all} onPress={() => setAll(!all)}>
            {all ? less : more(missing.length - FIRST)}
          </Press>
        )}
      </Card>
      {missing.length > 0 && <View className="paper-quiet">{why}</View>}
    </Section>
  );
}
