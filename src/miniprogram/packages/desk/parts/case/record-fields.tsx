import { View } from '@tarojs/components';
import { today } from '@/client/clock';
import type { DeskCase } from '@/contract/desk';
import { Button, Check, DateField, Field, Notice, TextField } from '@/ui';
// not through the index: only subpackages choose from lists, and the main package has to stay small
import { Select } from '@/ui/select';
import type { Patch } from '../use-form-state';
import type { ItemDraft, RecordDraft, RecordProblems } from './record';
import { recordCopy as copy } from './record-copy';

interface RecordFieldsProps {
  view: DeskCase;
  draft: RecordDraft;
  /** the step itself cannot be another */
  fixed: boolean;
  problems: RecordProblems;
  asksWhy: boolean;
  onChange: (patch: Patch<RecordDraft>) => void;
}

const Wrong = ({ text }: { text: string | undefined }) => (
  <View className="desk-remind" aria-live="polite">
    {text ?? ''}
  </View>
);

/** What is written down of one step: its day, and what the service file asks for. */
export function RecordFields(props: RecordFieldsProps) {
  const { view, draft, fixed, problems, asksWhy, onChange } = props;
  const possible = view.milestones.filter(({ why, id }) => why === null || (fixed && id === draft.milestone));
  const chosen = view.milestones.find(({ id }) => id === draft.milestone);
  const fields = chosen?.fields ?? {};
  const label = (name: keyof typeof fields, text: string) => (fields[name] === 'may' ? copy.may(text) : text);
  return (
    <>
      {!fixed && (
        <Select
          label={copy.step}
          value={draft.milestone}
          options={possible.map(({ id, title }) => ({ value: id, label: title }))}
          error={problems.milestone}
          onChange={(milestone) => onChange({ milestone })}
        />
      )}
      {chosen && (
        <>
          <Notice inset icon="status-none" title={copy.reads}>
            {chosen.plain}
          </Notice>
          <View>
            <DateField
              label={chosen.ahead ? copy.hearingOn : copy.on}
              value={draft.on}
              {...(!chosen.ahead && { max: today() })}
              onChange={(on) => onChange({ on })}
            />
            <Wrong text={problems.on} />
          </View>
          {asksWhy && (
            <TextField
              label={copy.confirmed}
              value={draft.confirmed}
              error={problems.confirmed}
              maxLength={200}
              onChange={(confirmed) => onChange({ confirmed })}
            />
          )}
          {fields.time && (
            <Field
              label={label('time', copy.time)}
              hint={copy.timeHint}
              value={draft.time}
              error={problems.time}
              maxLength={8}
              onChange={(time) => onChange({ time })}
            />
          )}
          {fields.place && (
            <Field
              label={label('place', copy.place)}
              value={draft.place}
              error={problems.place}
              maxLength={100}
              onChange={(place) => onChange({ place })}
            />
          )}
          {fields.who && (
            <Field
              label={label('who', copy.who)}
              hint={copy.whoHint}
              value={draft.who}
              error={problems.who}
              maxLength={100}
              onChange={(who) => onChange({ who })}
            />
          )}
          {fields.fen && (
            <Field
              label={label('fen', copy.yuan)}
              kind="decimal"
              value={draft.yuan}
              error={problems.yuan}
              maxLength={14}
              onChange={(yuan) => onChange({ yuan })}
            />
          )}
          {fields.until && (
            <View>
              <DateField
                label={label('until', copy.until)}
                value={draft.until}
                onChange={(until) => onChange({ until })}
              />
              <Wrong text={problems.until} />
            </View>
          )}
          {fields.asked_on && (
            <View>
              <DateField
                label={label('asked_on', copy.askedOn)}
                value={draft.asked_on}
                max={today()}
                onChange={(asked_on) => onChange({ asked_on })}
              />
              <Wrong text={problems.asked_on} />
            </View>
          )}
          {fields.items && <Items {...props} />}
          {(fields.text || fixed) && (
            <TextField
              label={fixed ? copy.why : label('text', copy.text)}
              value={draft.text}
              error={problems.text}
              maxLength={500}
              onChange={(text) => onChange({ text })}
            />
          )}
        </>
      )}
    </>
  );
}

const MOST = 10;

/** What was awarded, item by item. */
function Items({ draft: { items }, problems, onChange }: RecordFieldsProps) {
  const put = (index: number, patch: Partial<ItemDraft>) =>
    onChange((now) => ({ items: now.items.map((one, n) => (n === index ? { ...one, ...patch } : one)) }));
  const drop = (index: number) => onChange((now) => ({ items: now.items.filter((_, n) => n !== index) }));
  const add = () => onChange((now) => ({ items: [...now.items, { title: '', yuan: '', final: false }] }));
  return (
    <View>
      <View className="desk-label">{copy.items}</View>
      <View className="desk-quiet">{copy.itemsHint}</View>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name until they are written
        <View key={index} className="desk-item">
          <Field
            label={`${copy.item(index + 1)}${copy.itemTitle}`}
            value={item.title}
            maxLength={40}
            onChange={(title) => put(index, { title })}
          />
          <Field
            label={`${copy.item(index + 1)}${copy.yuan}`}
            kind="decimal"
            value={item.yuan}
            maxLength={14}
            onChange={(yuan) => put(index, { yuan })}
          />
          <Check title={copy.final} checked={item.final} onChange={(final) => put(index, { final })} />
          <Button kind="secondary" block onPress={() => drop(index)}>
            {copy.drop}
          </Button>
        </View>
      ))}
      <Wrong text={problems.items} />
      {items.length < MOST && (
        <Button kind="secondary" block onPress={add}>
          {copy.add}
        </Button>
      )}
    </View>
  );
}
