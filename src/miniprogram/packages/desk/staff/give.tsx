import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { today } from '@/client/clock';
import { personalStore } from '@/client/session';
import { useCall } from '@/client/use-call';
import { dayNumber, isoOf } from '@/domain/calendar/days';
import { STAFF_ROLE_NAMES, STAFF_ROLES } from '@/domain/staff';
import { Button, Card, Check, Choice, ChoiceGroup, DateField, Field, Heading, Problem, StepHead } from '@/ui';
import { type Patch, useFormState } from '../parts/use-form-state';
import { copy } from './copy';
import { PlaceFields } from './place-fields';
import { EMPTY_ROLE, type RoleDraft, type RoleProblems, roleInput, roleProblems } from './role-draft';

/** One that was begun and not given: there again, as long as the app is open. */
export const begun = personalStore<RoleDraft>(EMPTY_ROLE);

interface GiveRoleProps {
  first: RoleDraft;
  onBack: () => void;
  onGiven: (name: string) => void;
}

/** Whom, as what, for where, until when. What is wrong is said at its field, by the page and by the server alike. */
export function GiveRole({ first, onBack, onGiven }: GiveRoleProps) {
  // somebody's role that is changed is no new one begun
  const [anew] = useState(first === begun.get());
  const [draft, write, latest] = useFormState<RoleDraft>(
    () => first,
    (next) => anew && begun.set(next),
  );
  const [reminded, setReminded] = useState(false);
  const [server, setServer] = useState<RoleProblems>({});
  const [error, setError] = useState<CallError | null>(null);
  const [sending, setSending] = useState(false);
  // the titles of the services, and which there are
  const { data } = useCall('desk.queue', { show: 'mine' });
  const services = data?.services ?? [];
  const known = services.length > 0 ? services.map(({ id }) => id) : draft.services;
  const problems = { ...server, ...(reminded && roleProblems(draft, today(), known)) };
  const change = (patch: Patch<RoleDraft>) => {
    setServer({});
    write(patch);
  };
  const send = () => {
    const written = latest();
    setReminded(true);
    if (sending || Object.keys(roleProblems(written, today(), known)).length > 0) return;
    setSending(true);
    setError(null);
    call('staff.give', roleInput(written), { once: true }).then(
      () => {
        if (anew) begun.set(EMPTY_ROLE);
        onGiven(written.name.trim());
      },
      (thrown: CallError) => {
        setSending(false);
        const fields = Object.fromEntries(
          thrown.fields.map(({ path, message }) => [path.split('.')[0], message]),
        );
        setServer(fields);
        setError(thrown.fields.length > 0 ? null : thrown);
      },
    );
  };
  return (
    <View className="desk-narrow desk-sheet">
      <StepHead title={copy.head} line={copy.headLine} />
      <Card pad>
        <View className="desk-sheet">
          <Field
            label={copy.phone}
            hint={copy.phoneHint}
            kind="phone"
            value={draft.phone}
            error={problems.phone}
            maxLength={20}
            onChange={(phone) => change({ phone })}
          />
          <Field
            label={copy.name}
            kind="name"
            value={draft.name}
            error={problems.name}
            maxLength={40}
            onChange={(name) => change({ name })}
          />
          <Field
            label={copy.idNumber}
            hint={copy.idHint}
            kind="id"
            value={draft.id_number}
            error={problems.id_number}
            maxLength={20}
            onChange={(id_number) => change({ id_number })}
          />
          <Field
            label={copy.office}
            hint={copy.officeHint}
            value={draft.office}
            error={problems.office}
            maxLength={40}
            onChange={(office) => change({ office })}
          />
          <Heading level={3} className="desk-label">
            {copy.role}
          </Heading>
          <ChoiceGroup label={copy.role}>
            {STAFF_ROLE_NAMES.map((role) => (
              <Choice
                key={role}
                title={STAFF_ROLES[role].title}
                line={STAFF_ROLES[role].line}
                selected={draft.role === role}
                onSelect={() => change({ role })}
              />
            ))}
          </ChoiceGroup>
          <View className="desk-remind" aria-live="polite">
            {problems.role ?? ''}
          </View>
          {(draft.role === 'village' || draft.role === 'town') && (
            <PlaceFields draft={draft} problems={problems} onChange={change} />
          )}
          {draft.role === 'county' && services.length > 0 && (
            <Services services={services} draft={draft} onChange={change} />
          )}
          {problems.services && <View className="desk-remind">{problems.services}</View>}
          <View>
            <DateField
              label={copy.untilLabel}
              value={draft.until}
              min={today()}
              max={inAYear(today())}
              onChange={(until) => change({ until })}
            />
            <View className="desk-quiet">{copy.untilHint}</View>
            <View className="desk-remind" aria-live="polite">
              {problems.until ?? ''}
            </View>
          </View>
        </View>
      </Card>
      <Problem error={error} />
      <Button block onPress={send}>
        {sending ? copy.sending : copy.send}
      </Button>
      <Button kind="secondary" block onPress={onBack}>
        {copy.back}
      </Button>
    </View>
  );
}

const inAYear = (day: string): string =>
  isoOf(dayNumber(`${Number(day.slice(0, 4)) + 1}${day.slice(4).replace('02-29', '02-28')}`));

interface ServicesProps {
  services: readonly { readonly id: string; readonly title: string }[];
  draft: RoleDraft;
  onChange: (patch: Patch<RoleDraft>) => void;
}

function Services({ services, draft, onChange }: ServicesProps) {
  const toggle = (id: string, on: boolean) =>
    onChange(({ services: now }) => ({ services: on ? [...now, id] : now.filter((one) => one !== id) }));
  return (
    <View>
      <Heading level={3} className="desk-label">
        {copy.services}
      </Heading>
      <View className="desk-quiet">{copy.servicesHint}</View>
      <View className="desk-checks">
        {services.map(({ id, title }) => (
          <Check
            key={id}
            title={title}
            checked={draft.services.includes(id)}
            onChange={(on) => toggle(id, on)}
          />
        ))}
      </View>
    </View>
  );
}
