import { View } from '@tarojs/components';
import { useState } from 'react';
import { dueWords, stateTag } from '@/client/case-words';
import { routes } from '@/client/routes';
import { progressText, standingTag } from '@/client/step-words';
import type { OwnLine } from '@/contract/cases';
import { dateText, Row, StatusTag } from '@/ui';
import { copy } from './copy';

/** One matter; the steps of a bundle fold out under it. */
export function OneCase({ line }: { line: OwnLine }) {
  const { id, number, title, state, state_word, due, filed_on, bundle } = line;
  const since = copy.filed(dateText(filed_on));
  return (
    <>
      <Row
        title={title}
        line={due ? dueWords(due) : since}
        trailing={<StatusTag {...stateTag(state, state_word)} />}
        note={number}
        to={routes.case(id)}
        stacked
      />
      {bundle && <Steps bundle={bundle} />}
    </>
  );
}

function Steps({ bundle }: { bundle: NonNullable<OwnLine['bundle']> }) {
  const [open, setOpen] = useState(false);
  return (
    <View className="cases-steps">
      <Row
        title={progressText(bundle)}
        line={copy.steps}
        expanded={open}
        onPress={() => setOpen(!open)}
        dense
      />
      {open &&
        bundle.steps.map(({ step, title, case: id, standing, due, late }) => (
          <Row
            key={step}
            title={title}
            line={late ? copy.late : due ? dueWords(due) : undefined}
            trailing={<StatusTag {...standingTag(standing)} />}
            to={id === null ? undefined : routes.case(id)}
            stacked
            dense
          />
        ))}
    </View>
  );
}
