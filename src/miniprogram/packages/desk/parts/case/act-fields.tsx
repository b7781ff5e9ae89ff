import { View } from '@tarojs/components';
import { today } from '@/client/clock';
import { useRegions } from '@/client/regions';
import type { DeskCase } from '@/contract/desk';
import { dayNumber, isoOf } from '@/domain/calendar/days';
import { LEVELS } from '@/domain/cases/service';
import { Check, Choice, ChoiceGroup, DateField, Field, Notice, TextField } from '@/ui';
// not through the index: only subpackages choose from lists, and the main package has to stay small
import { Select } from '@/ui/select';
import type { Patch } from '../use-form-state';
import { type ActDraft, type ActProblems, type DeskAction, needsSecond } from './act';
import { copy } from './copy';

export interface ActFieldsProps {
  view: DeskCase;
  action: DeskAction;
  me: string;
  draft: ActDraft;
  problems: ActProblems;
  onChange: (patch: Patch<ActDraft>) => void;
}

/** What has to be written for one step. */
export function ActFields(props: ActFieldsProps) {
  switch (props.action) {
    case 'ask_supplement':
      return <Supplement {...props} />;
    case 'transfer':
      return <Transfer {...props} />;
    case 'refuse':
      return <Refusal {...props} />;
    case 'approve':
      return (
        <>
          <Words {...props} label={copy.opinion} hint={copy.opinionHint} />
          {props.view.pays && <Amount {...props} hint={copy.yuanApprove} />}
        </>
      );
    case 'pay':
    case 'correct_payment':
      return <Payment {...props} />;
    case 'see_done':
      return <DoneElsewhere {...props} />;
    case 'assign':
      return <Colleague {...props} />;
    case 'accept':
      return null;
    default:
      return <Words {...props} label={WORDS[props.action]} />;
  }
}

const WORDS = {
  recuse: copy.recuseReason,
  countersign: copy.countersignNote,
  send_back: copy.sendBack,
} as const;

interface WordsProps extends ActFieldsProps {
  label: string;
  hint?: string;
}

function Words({ action, draft, problems, onChange, label, hint }: WordsProps) {
  return (
    <TextField
      label={label}
      hint={hint}
      value={draft.text}
      error={problems.text}
      maxLength={action === 'recuse' ? 200 : 500}
      onChange={(text) => onChange({ text })}
    />
  );
}

/** A line under what has no line of its own for errors. */
const Wrong = ({ text }: { text: string | undefined }) => (
  <View className="desk-remind" aria-live="polite">
    {text ?? ''}
  </View>
);

function Supplement(props: ActFieldsProps) {
  const { view, draft, problems, onChange } = props;
  const toggle = (id: string, on: boolean) =>
    onChange(({ evidence }) => ({ evidence: on ? [...evidence, id] : evidence.filter((one) => one !== id) }));
  return (
    <>
      <Words {...props} label={copy.supplement} hint={copy.supplementHint} />
      {view.evidence.length > 0 && (
        <View>
          <View className="desk-label">{copy.papersAsked}</View>
          <View className="desk-quiet">{copy.papersAskedHint}</View>
          <View className="desk-checks">
            {view.evidence.map(({ id, title }) => (
              <Check
                key={id}
                title={title}
                checked={draft.evidence.includes(id)}
                onChange={(on) => toggle(id, on)}
              />
            ))}
          </View>
          <Wrong text={problems.evidence} />
        </View>
      )}
      <View>
        <DateField
          label={copy.until}
          value={draft.day}
          min={isoOf(dayNumber(today()) + 1)}
          onChange={(day) => onChange({ day })}
        />
        <View className="desk-quiet">{copy.untilHint}</View>
        <Wrong text={problems.day} />
      </View>
    </>
  );
}

function Transfer(props: ActFieldsProps) {
  const { view, draft, problems, onChange } = props;
  const { units } = useRegions();
  const own = { value: view.case.county, label: view.case.county };
  const counties = units?.flatMap(({ code, name }) => (code ? [{ value: code, label: name }] : [])) ?? [own];
  return (
    <>
      <ChoiceGroup label={copy.level}>
        <View className="desk-label">{copy.level}</View>
        {LEVELS.map((level) => (
          <Choice
            key={level}
            title={copy.levels[level]}
            selected={draft.level === level}
            onSelect={() => onChange({ level })}
          />
        ))}
      </ChoiceGroup>
      <Wrong text={problems.level} />
      <Select
        label={copy.county}
        value={draft.county}
        options={counties}
        error={problems.county}
        onChange={(county) => onChange({ county })}
      />
      <Words {...props} label={copy.transferReason} />
    </>
  );
}

function Refusal(props: ActFieldsProps) {
  const { view, draft, problems, onChange } = props;
  return (
    <>
      <Words {...props} label={copy.reason} hint={copy.refuseHint} />
      {view.items.length > 0 && (
        <Select
          label={copy.itemAsked}
          value={draft.item}
          options={view.items.map(({ key, title }) => ({
            value: key,
            label: title === key ? key : `${key}${title}`,
          }))}
          error={problems.item}
          onChange={(item) => onChange({ item })}
        />
      )}
    </>
  );
}

function Amount({ view, action, draft, problems, onChange, hint }: ActFieldsProps & { hint: string }) {
  const above = action === 'approve' ? view.four_eyes_above : null;
  return (
    <>
      <Field
        label={copy.yuan}
        hint={above === null ? hint : `${hint}。${copy.secondAbove(above)}`}
        kind="text"
        value={draft.yuan}
        error={problems.yuan}
        maxLength={14}
        onChange={(yuan) => onChange({ yuan })}
      />
      {above !== null && needsSecond(view, draft.yuan) && (
        <Notice tone="ask" icon="shield" inset live>
          {copy.second(above)}
        </Notice>
      )}
    </>
  );
}

function Payment(props: ActFieldsProps) {
  const { action, view, draft, problems, onChange } = props;
  return (
    <>
      <Amount {...props} hint={copy.yuanPay} />
      <View>
        <DateField
          label={copy.paidOn}
          value={draft.day}
          min={view.case.filed_on}
          max={today()}
          onChange={(day) => onChange({ day })}
        />
        <Wrong text={problems.day} />
      </View>
      <Words {...props} label={action === 'pay' ? copy.note : copy.noteCorrect} />
    </>
  );
}

function DoneElsewhere(props: ActFieldsProps) {
  const { view, draft, problems, onChange } = props;
  return (
    <>
      <View>
        <DateField
          label={copy.doneOn}
          value={draft.day}
          max={today()}
          onChange={(day) => onChange({ day })}
        />
        <Wrong text={problems.day} />
      </View>
      {view.case.tells_licence && (
        <Field
          label={copy.code}
          hint={copy.codeHint}
          kind="id"
          value={draft.code}
          error={problems.code}
          maxLength={30}
          onChange={(code) => onChange({ code })}
        />
      )}
      <Words {...props} label={copy.note} />
    </>
  );
}

function Colleague({ view: { colleagues }, me, draft, problems, onChange }: ActFieldsProps) {
  const others = colleagues.filter(({ id }) => id !== me);
  const mine = others.length < colleagues.length;
  return (
    <>
      {others.length === 0 && (
        <Notice inset icon="status-none">
          {copy.noColleagues}
        </Notice>
      )}
      <ChoiceGroup label={copy.colleague}>
        {mine && (
          <Choice title={copy.toMe} selected={draft.to === me} onSelect={() => onChange({ to: me })} />
        )}
        {others.map(({ id, name }) => (
          <Choice key={id} title={name} selected={draft.to === id} onSelect={() => onChange({ to: id })} />
        ))}
      </ChoiceGroup>
      <Wrong text={problems.to} />
    </>
  );
}
