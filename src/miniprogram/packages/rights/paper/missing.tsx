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
  const rows = together(missing, form);
  const shown = all ? rows : rows.slice(0, FIRST);
  return (
    <Section title={title(rows.length)}>
      <Card>
        {missing.length === 0 && <Row icon="status-ok" iconClass="ui-ink--ok" title={none} dense />}
        {shown.map(({ id, label, question }) =>
          question && form ? (
            <Row key={id} title={label} note={ask} to={routes.apply(form.service, question)} dense />
          ) : (
            <Row key={id} title={label} note={write} onPress={() => onWrite(id)} dense />
          ),
        )}
        {rows.length > FIRST && (
          <Press className="paper-more" expanded={all} onPress={() => setAll(!all)}>
            {all ? less : more(rows.length - FIRST)}
          </Press>
        )}
      </Card>
      {missing.length > 0 && <View className="paper-quiet">{why}</View>}
    </Section>
  );
}

/** One line for everything that one question answers: sex, birth and age stand in the number of the identity card. */
function together(missing: readonly MissingField[], form: Form | null): readonly MissingField[] {
  const rows: MissingField[] = [];
  for (const one of missing) {
    const at = rows.findIndex(({ question }) => form && question !== null && question === one.question);
    const known = rows[at];
    if (known) rows[at] = { ...known, label: `${known.label}、${one.label}` };
    else rows.push(one);
  }
  return rows;
}
