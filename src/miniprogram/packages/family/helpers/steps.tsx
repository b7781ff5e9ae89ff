import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { today } from '@/client/clock';
import {
  MANDATE_DAYS,
  MANDATE_SERVICES,
  type MandateService,
  SERVICE_WORDS,
} from '@/domain/mandate/services';
import { Button, Check, Choice, ChoiceGroup, DateField, dateText, Field, StepHead } from '@/ui';
import { copy } from './copy';
import { type Draft, dayAfter } from './draft';

interface StepProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
  /** 第 1 步 / 共 3 步 */
  count: string;
  onNext: () => void;
  onBack: () => void;
  kind: 'offer' | 'ask';
}

export function WhoStep({ draft, onChange, count, onNext, onBack, kind }: StepProps) {
  const [wrong, setWrong] = useState(false);
  const next = () => (draft.label.trim() === '' ? setWrong(true) : onNext());
  const words = copy.who;
  return (
    <>
      <View className="helpers-count">{count}</View>
      <StepHead title={words[kind]} line={kind === 'offer' ? words.offerLine : words.askLine} />
      <Field
        label={kind === 'offer' ? words.offerLabel : words.askLabel}
        hint={kind === 'offer' ? words.offerHint : words.askHint}
        kind="name"
        value={draft.label}
        maxLength={20}
        error={wrong && draft.label.trim() === '' ? words.empty : undefined}
        onChange={(label) => onChange({ ...draft, label })}
        onSubmit={next}
      />
      <Ways onBack={onBack} backWord={copy.cancel}>
        <Button block onPress={next}>
          {copy.next}
        </Button>
      </Ways>
    </>
  );
}

export function WhatStep({ draft, onChange, count, onNext, onBack, kind }: StepProps) {
  const [reminded, setReminded] = useState(false);
  const { services, label } = draft;
  const toggle = (service: MandateService, on: boolean) =>
    onChange({
      ...draft,
      services: MANDATE_SERVICES.filter((one) => (one === service ? on : services.includes(one))),
    });
  const line = kind === 'offer' ? copy.what.line : copy.what.askLine;
  const spoken = MANDATE_SERVICES.flatMap((one) => [SERVICE_WORDS[one].title, SERVICE_WORDS[one].line]);
  return (
    <>
      <View className="helpers-count">{count}</View>
      <StepHead title={copy.what[kind](label.trim())} line={line} more={spoken} />
      {MANDATE_SERVICES.map((service) => (
        <Check
          key={service}
          title={SERVICE_WORDS[service].title}
          line={SERVICE_WORDS[service].line}
          checked={services.includes(service)}
          onChange={(on) => toggle(service, on)}
        />
      ))}
      <View className="helpers-remind" aria-live="polite">
        {reminded && services.length === 0 ? copy.what.empty : ''}
      </View>
      <Ways onBack={onBack}>
        <Button block onPress={() => (services.length === 0 ? setReminded(true) : onNext())}>
          {copy.next}
        </Button>
      </Ways>
    </>
  );
}

interface UntilStepProps extends StepProps {
  /** what went wrong on sending */
  children: ReactNode;
}

export function UntilStep({ draft, onChange, count, onNext, onBack, kind, children }: UntilStepProps) {
  const [own, setOwn] = useState(false);
  const now = today();
  const sum = copy.until.sum(draft.label.trim(), draft.services, draft.until);
  return (
    <>
      <View className="helpers-count">{count}</View>
      <StepHead title={copy.until.title} line={copy.until.line} more={[sum]} />
      <ChoiceGroup label={copy.until.title}>
        {copy.until.choices.map(({ days, label }) => (
          <Choice
            key={days}
            title={label}
            line={copy.list.until(dayAfter(now, days))}
            selected={!own && draft.until === dayAfter(now, days)}
            onSelect={() => {
              setOwn(false);
              onChange({ ...draft, until: dayAfter(now, days) });
            }}
          />
        ))}
        <Choice title={copy.until.own} selected={own} onSelect={() => setOwn(true)} />
      </ChoiceGroup>
      {own && (
        <DateField
          label={copy.until.ownLabel}
          value={draft.until}
          min={now}
          max={dayAfter(now, MANDATE_DAYS)}
          onChange={(until) => onChange({ ...draft, until })}
        />
      )}
      <View className="helpers-sum">{sum}</View>
      {children}
      <Ways onBack={onBack}>
        <Button block onPress={onNext} label={`${copy.until[kind]}，${dateText(draft.until)}`}>
          {copy.until[kind]}
        </Button>
      </Ways>
    </>
  );
}

/** On, and back. */
export function Ways({
  children,
  onBack,
  backWord = copy.back,
}: {
  children: ReactNode;
  onBack: () => void;
  backWord?: string;
}) {
  return (
    <View className="helpers-ways">
      {children}
      <Button kind="secondary" block onPress={onBack}>
        {backWord}
      </Button>
    </View>
  );
}
