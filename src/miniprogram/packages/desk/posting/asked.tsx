import { View } from '@tarojs/components';
import { useState } from 'react';
import { PAY_UNITS, POSTING_KINDS, type PostingKind, SKILLS, type Skill } from '@/domain/jobs';
import { Button, Card, Field, TextField } from '@/ui';
import { Select } from '@/ui/select';
import { Day } from '../parts/day';
import type { Patch } from '../parts/use-form-state';
import { copy } from './copy';
import type { Draft, Problems } from './draft';
import { Pick } from './fields';

export interface AskedProps {
  draft: Draft;
  wrong: Problems;
  change: (patch: Patch<Draft>) => void;
}

const KINDS = (Object.keys(POSTING_KINDS) as PostingKind[]).map((value) => ({
  value,
  label: `${POSTING_KINDS[value].title}：${POSTING_KINDS[value].line}`,
}));
// day labour has its own page, with people and times
const OFFERED = KINDS.filter(({ value }) => value !== 'day_labour');

export function Who({ draft, wrong, change }: AskedProps) {
  return (
    <Card pad title={copy.who}>
      <View className="desk-sheet">
        <Select
          label={copy.kind}
          options={draft.kind === 'day_labour' ? KINDS : OFFERED}
          value={draft.kind}
          onChange={(kind) =>
            change({ kind: kind as PostingKind, ...(kind === 'cooperation' && { away: true }) })
          }
        />
        <Field
          label={copy.name}
          hint={copy.nameHint}
          value={draft.title}
          maxLength={40}
          error={wrong.title}
          onChange={(title) => change({ title })}
        />
        <Field
          label={copy.people}
          kind="number"
          value={draft.people}
          maxLength={6}
          error={wrong.people}
          onChange={(people) => change({ people })}
        />
        <TextField
          label={copy.about}
          hint={copy.aboutHint}
          value={draft.about}
          maxLength={1000}
          error={wrong.about}
          onChange={(about) => change({ about })}
        />
      </View>
    </Card>
  );
}

/** Each chosen one is taken out again with a tap. */
export function Skilled({ draft, change }: Omit<AskedProps, 'wrong'>) {
  const [open, setOpen] = useState(false);
  const left = (Object.keys(SKILLS) as Skill[]).filter((skill) => !draft.skills.includes(skill));
  return (
    <View className="desk-sheet">
      <View className="desk-label">{copy.skills}</View>
      <View className="desk-posting-chips">
        {draft.skills.map((skill) => (
          <Button
            key={skill}
            small
            kind="secondary"
            label={copy.skillDrop(SKILLS[skill as Skill])}
            onPress={() => change((now) => ({ skills: now.skills.filter((one) => one !== skill) }))}
          >
            {`${SKILLS[skill as Skill]} ×`}
          </Button>
        ))}
        <Button small kind="ghost" expanded={open} onPress={() => setOpen(!open)}>
          {copy.skillAdd}
        </Button>
      </View>
      {open && (
        <View className="desk-posting-chips">
          {left.map((skill) => (
            <Button
              key={skill}
              small
              kind="ghost"
              onPress={() => change((now) => ({ skills: [...now.skills, skill] }))}
            >
              {SKILLS[skill]}
            </Button>
          ))}
        </View>
      )}
    </View>
  );
}

export function Paid({ draft, wrong, change }: AskedProps) {
  const { unit } = draft;
  return (
    <Card pad title={copy.payTitle}>
      <View className="desk-sheet">
        <Pick
          label={copy.unit}
          words={PAY_UNITS}
          value={unit}
          none={copy.noUnit}
          onChange={(next) => change({ unit: next })}
        />
        {unit !== '' && (
          <>
            <Field
              label={copy.from}
              kind="decimal"
              value={draft.from}
              maxLength={12}
              error={wrong.from}
              onChange={(from) => change({ from })}
            />
            <Field
              label={copy.to}
              kind="decimal"
              value={draft.to}
              maxLength={12}
              error={wrong.to}
              onChange={(to) => change({ to })}
            />
          </>
        )}
        {unit === 'piece' && (
          <Field
            label={copy.pieces}
            kind="number"
            value={draft.pieces}
            maxLength={6}
            error={wrong.pieces}
            onChange={(pieces) => change({ pieces })}
          />
        )}
        <Field
          label={copy.paid}
          hint={copy.paidHint}
          value={draft.paid}
          maxLength={200}
          error={wrong.paid}
          onChange={(paid) => change({ paid })}
        />
      </View>
    </Card>
  );
}

export function When({ draft, wrong, change }: AskedProps) {
  return (
    <Card pad title={copy.when}>
      <View className="desk-sheet">
        <Day
          label={copy.until}
          value={draft.until}
          error={wrong.until}
          onChange={(until) => change({ until })}
        />
        <Day
          label={copy.starts}
          value={draft.starts}
          error={wrong.starts}
          onChange={(starts) => change({ starts })}
        />
        {draft.starts !== '' && (
          <Button small kind="ghost" onPress={() => change({ starts: '' })}>
            {copy.startsNone}
          </Button>
        )}
        <Field
          label={copy.hours}
          value={draft.hours}
          maxLength={200}
          error={wrong.hours}
          onChange={(hours) => change({ hours })}
        />
      </View>
    </Card>
  );
}
