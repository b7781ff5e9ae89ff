import { View } from '@tarojs/components';
import { useState } from 'react';
import { today } from '@/client/clock';
import { newId } from '@/client/new-id';
import { send, useOutbox } from '@/client/outbox';
import { keepVisit, visitOnPhone } from '@/client/village';
import { keysOf, VISIT_HOW, VISIT_WANTS, VISIT_WORK } from '@/domain/visits';
import { Button, Card, Check, Choice, ChoiceGroup, DateField, Field, Heading, TextField } from '@/ui';
import { type Patch, useFormState } from '../parts/use-form-state';
import { copy } from './copy';
import { type About, draftAgain, sentOf, type VisitDraft, visitProblems, wantsWith } from './draft';
import { Earlier } from './earlier';
import { Outcome } from './outcome';

export interface VisitFormProps {
  about: About;
  /** from the list on this phone; null: not on it */
  name: string | null;
  /** the workshop that was chosen */
  workshop: string;
  /** one that was refused, to be mended */
  first: VisitDraft | null;
  /** the next one's code */
  onScanned: (token: string) => void;
}

export function VisitForm({ about, name, workshop, first, onScanned }: VisitFormProps) {
  const key = keyOf(about, workshop);
  const [draft, change, latest] = useFormState<VisitDraft>(
    () =>
      first ??
      draftAgain(visitOnPhone(key)) ?? { ...EMPTY, id: newId(), visited_on: today(), name: workshop },
    (next) => keepVisit(key, next),
  );
  const [reminded, setReminded] = useState(false);
  const [sent, setSent] = useState(false);
  const item = useOutbox().find(({ id }) => id === draft.id);
  const problems = reminded ? visitProblems(about, draft, today()) : {};
  const submit = () => {
    const written = latest();
    setReminded(true);
    if (Object.keys(visitProblems(about, written, today())).length > 0) return;
    setSent(true);
    // from here on the outbox has it, whatever becomes of this page
    keepVisit(key, undefined);
    void send({
      id: written.id,
      kind: 'visit',
      path: 'visits.record',
      input: sentOf(about, written),
      title: titleOf(about, written, name),
    });
  };
  if (sent && item) {
    return (
      <Outcome
        item={item}
        workshop={about.kind === 'workshop'}
        onMend={() => setSent(false)}
        onScanned={onScanned}
      />
    );
  }
  return (
    <>
      <WhoseVisit about={about} name={name} />
      <Card pad>
        <View className="desk-sheet">
          <DateField
            label={copy.day}
            value={draft.visited_on}
            max={today()}
            onChange={(visited_on) => change({ visited_on })}
          />
          <Wrong text={problems.visited_on} />
          {about.kind === 'workshop' ? (
            <>
              <Field
                label={copy.name}
                value={draft.name}
                error={problems.name}
                maxLength={40}
                onChange={(next) => change({ name: next })}
              />
              <Field
                label={copy.workers}
                kind="number"
                value={draft.workers}
                error={problems.workers}
                maxLength={5}
                onChange={(workers) => change({ workers })}
              />
            </>
          ) : (
            <Asked draft={draft} problems={problems} onChange={change} />
          )}
          <TextField
            label={copy.note}
            hint={about.kind === 'workshop' ? undefined : copy.noteHint}
            value={draft.note}
            maxLength={500}
            onChange={(note) => change({ note })}
          />
        </View>
      </Card>
      <Button block onPress={submit}>
        {copy.send}
      </Button>
      <View className="desk-quiet desk-visit__kept">{copy.saved}</View>
      {about.kind === 'resident' && about.person && <Earlier person={about.person} />}
    </>
  );
}

const EMPTY = { how: null, work: null, wants: [], note: '', name: '', workers: '' } as const;

const keyOf = (about: About, workshop: string): string =>
  about.kind === 'workshop' ? `workshop ${workshop}` : (about.person ?? about.code ?? '');

const titleOf = (about: About, draft: VisitDraft, name: string | null): string =>
  about.kind === 'workshop' ? copy.who(draft.name.trim()) : name ? copy.who(name) : copy.byCode;

function WhoseVisit({ about, name }: { about: About; name: string | null }) {
  if (about.kind === 'workshop') return null;
  return (
    <View className="desk-visit">
      <Heading className="desk-visit__who">{name ? copy.who(name) : copy.byCode}</Heading>
      <View className="desk-quiet">
        {name ? copy.whoLine : about.code ? copy.byCodeLine : copy.unknownLine}
      </View>
    </View>
  );
}

const Wrong = ({ text }: { text: string | undefined }) => (
  <View className="desk-remind" aria-live="polite">
    {text ?? ''}
  </View>
);

interface AskedProps {
  draft: VisitDraft;
  problems: ReturnType<typeof visitProblems>;
  onChange: (patch: Patch<VisitDraft>) => void;
}

/** Whoever was not met was not asked either. */
function Asked({ draft, problems, onChange }: AskedProps) {
  return (
    <>
      <Heading level={3} className="desk-label">
        {copy.how}
      </Heading>
      <View className="desk-visit__pairs">
        <ChoiceGroup label={copy.how}>
          {keysOf(VISIT_HOW).map((how) => (
            <Choice
              key={how}
              title={VISIT_HOW[how]}
              selected={draft.how === how}
              onSelect={() => onChange({ how })}
            />
          ))}
        </ChoiceGroup>
      </View>
      <Wrong text={problems.how} />
      {draft.how !== 'not_met' && (
        <>
          <Heading level={3} className="desk-label">
            {copy.work}
          </Heading>
          <View className="desk-visit__pairs">
            <ChoiceGroup label={copy.work}>
              {keysOf(VISIT_WORK).map((work) => (
                <Choice
                  key={work}
                  title={VISIT_WORK[work]}
                  selected={draft.work === work}
                  onSelect={() => onChange({ work })}
                />
              ))}
            </ChoiceGroup>
          </View>
          <Wrong text={problems.work} />
          <Heading level={3} className="desk-label">
            {copy.wants}
          </Heading>
          <View className="desk-checks desk-visit__pairs">
            {keysOf(VISIT_WANTS).map((want) => (
              <Check
                key={want}
                title={VISIT_WANTS[want]}
                checked={draft.wants.includes(want)}
                onChange={(on) => onChange(({ wants }) => ({ wants: wantsWith(wants, want, on) }))}
              />
            ))}
          </View>
          <Wrong text={problems.wants} />
        </>
      )}
    </>
  );
}
