import { View } from '@tarojs/components';
import { useState } from 'react';
import { dueWords, plainDays } from '@/client/case-words';
import { routes } from '@/client/routes';
import type { CaseView } from '@/contract/cases';
import { Card, Notice, Row } from '@/ui';
import { copy } from './copy';
import { NumberLine } from './number-line';
import { StepDots } from './step-dots';
import { wayOf } from './way';
import './case.scss';

/** Number, the three points, and by when the next thing is due. */
export function CaseHead({ view }: { view: CaseView }) {
  return (
    <View className="case-head">
      <NumberLine what={copy.number} value={view.number} />
      <StepDots points={wayOf(view)} />
      <DueStrip view={view} />
    </View>
  );
}

/** The date, and on a press what it rests on. */
function DueStrip({ view: { due, late, escalated, basis, document } }: { view: CaseView }) {
  const [open, setOpen] = useState(false);
  if (!due) return null;
  const mine = due.of === 'supplement';
  const tone = late ? 'no' : mine ? 'ask' : 'doing';
  return (
    <>
      {(late || escalated) && (
        <Notice tone="no" icon="flag" inset live>
          {escalated ? copy.due.escalated : copy.due.late}
        </Notice>
      )}
      <View className={`case-due ui-tint--${tone}`}>
        <Row
          icon={mine ? 'flag' : 'shield'}
          iconClass={`ui-ink--${tone}`}
          title={dueWords(due)}
          expanded={open}
          onPress={() => setOpen(!open)}
          dense
        />
      </View>
      {open && (
        <Card>
          {basis && <Row icon="clock" title={copy.due.basis} line={plainDays(basis)} dense />}
          {document.items.map((item) => (
            <Row
              key={item}
              icon="document"
              title={copy.due.item(document.number, item)}
              to={routes.document(document.id, item)}
              dense
            />
          ))}
        </Card>
      )}
    </>
  );
}
