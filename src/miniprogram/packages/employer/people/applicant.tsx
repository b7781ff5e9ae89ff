import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { newId } from '@/client/new-id';
import type { ApplicantView } from '@/contract/work';
import { type EmployerAnswer, PHONE_DAYS } from '@/domain/jobs/application';
import { Button, Card, monthDayText, PhoneLink, Problem, Row, type StatusName, StatusTag } from '@/ui';
import { Answer, type Said } from './answer';
import { copy } from './copy';

const TAGS: Record<ApplicantView['state'], StatusName> = {
  sent: 'warning',
  seen: 'doing',
  invited: 'doing',
  taken: 'eligible',
  declined: 'none',
  withdrawn: 'expired',
};

interface ApplicantProps {
  applicant: ApplicantView;
  onDone: (after: ApplicantView) => void;
  onStale: () => void;
}

/** Somebody who applied: what they sent, and what can be answered now. */
export function Applicant({ applicant, onDone, onStale }: ApplicantProps) {
  const { id, version, name, phone, state, sent_on, skills, words, start, interview, answer_by, may } =
    applicant;
  // the same for every tap: answered twice, it happens once
  const [event] = useState(newId);
  const [asking, setAsking] = useState<Exclude<EmployerAnswer, 'seen'> | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const send = (said: Said) => {
    if (busy) return;
    setBusy(true);
    setError(null);
    call('work.answer', { id, version, event, ...said }).then(
      (after) => {
        setBusy(false);
        setAsking(null);
        onDone(after);
      },
      (thrown: CallError) => {
        setBusy(false);
        // what was written stays, to be mended
        if (thrown.name !== 'InvalidInput') setAsking(null);
        setError(thrown);
        if (thrown.name === 'CaseChanged') onStale();
      },
    );
  };
  const live = may.length > 0;
  const lines = [
    skills && copy.can(skills),
    words,
    start && copy.start(start),
    interview && copy.interview(monthDayText(interview.on), interview.time, interview.place),
    live && state === 'sent' && answer_by ? copy.by(monthDayText(answer_by)) : null,
  ];
  const [field] = error?.fields ?? [];
  return (
    <Card>
      <Row
        icon="user"
        title={name}
        line={copy.sent(monthDayText(sent_on))}
        trailing={<StatusTag status={TAGS[state]} word={copy.states[state]} />}
        stacked
      />
      <View className="employer-pad">
        {lines.map((line) => line && <View key={line}>{line}</View>)}
        {phone === null ? (
          <View className="employer-quiet">{copy.noPhone(PHONE_DAYS)}</View>
        ) : (
          <PhoneLink number={phone} block />
        )}
        <View className="employer-ways">
          {may.includes('seen') && (
            <Button small kind="secondary" onPress={() => send({ answer: 'seen' })}>
              {copy.answer.seen}
            </Button>
          )}
          {(['interview', 'taken', 'declined'] as const)
            .filter((way) => may.includes(way))
            .map((way) => (
              <Button
                key={way}
                small
                kind={way === 'interview' ? 'primary' : 'secondary'}
                label={`${copy.answer[way]}：${name}`}
                onPress={() => setAsking(way)}
              >
                {copy.answer[way]}
              </Button>
            ))}
        </View>
        {!asking && <Problem error={error} {...(field && { line: field.message })} />}
      </View>
      {asking && (
        <Answer
          key={asking}
          way={asking}
          wrong={field ?? null}
          onSend={send}
          onClose={() => {
            setAsking(null);
            setError(null);
          }}
        />
      )}
    </Card>
  );
}
