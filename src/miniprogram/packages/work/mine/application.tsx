import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { routes } from '@/client/routes';
import { saveFile } from '@/client/save-file';
import type { ApplicationView } from '@/contract/work';
import { APPLICATION_STATES, isLive } from '@/domain/jobs/application';
import { INTERVIEW_CARE, STANDINGS } from '@/domain/jobs/standing';
import { Button, Card, Notice, PhoneLink, Problem, Row, StatusTag } from '@/ui';
import { applicationTag, dayWords, doubtTag, interviewText } from '../parts/words';
import { copy } from './copy';

/** One of mine: how it stands, what the employer said, and what I can do now. */
export function Application({ of, mayStart }: { of: ApplicationView; mayStart: boolean }) {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [error, setError] = useState<CallError | null>(null);
  const { id, posting, state, standing, interview, promised } = of;
  const [open, setOpen] = useState(false);
  const calendar = async () => {
    if (busy) return;
    setBusy(true);
    setError(null);
    setSaid('');
    try {
      const { name, text } = await call('work.calendar', { id });
      setSaid(copy[await saveFile(name, text, 'text/calendar')]);
    } catch (thrown) {
      // the phone's own refusals have no name of ours
      if (thrown instanceof Error && 'requestId' in thrown) setError(thrown as CallError);
      else setSaid(copy.failed);
    }
    setBusy(false);
  };
  const lines = [
    ...(interview ? [copy.when(interviewText(interview)), copy.where(interview.place)] : []),
    ...(interview?.text ? [interview.text] : []),
    ...(interview && state === 'invited' ? [INTERVIEW_CARE] : []),
    ...(of.said && of.said !== interview?.text ? [copy.said(of.said)] : []),
    ...(of.asked_for ? [copy.asked] : []),
    ...(!standing && !of.asked_for && isLive(state) && of.answer_by ? [copy.by(dayWords(of.answer_by))] : []),
  ];
  return (
    <Card>
      <Row
        title={posting.title}
        line={posting.employer}
        trailing={<StatusTag {...(standing ? doubtTag(standing) : applicationTag(state))} />}
        to={routes.case(id)}
        stacked
      />
      <View className="work-text">
        {standing ? (
          <Notice
            tone={standing === 'checking' ? 'ask' : 'no'}
            icon="flag"
            title={STANDINGS[standing].title}
            inset
          >
            {STANDINGS[standing].line}
          </Notice>
        ) : (
          <View>{APPLICATION_STATES[state].line}</View>
        )}
        {lines.map((line) => (
          <View key={line}>{line}</View>
        ))}
        <View className="work-text__ways">
          {state === 'taken' && mayStart && !standing && (
            <Button small to={routes.workJob({ case: id })}>
              {copy.started}
            </Button>
          )}
          {state === 'invited' && interview && (
            <Button small icon="calendar" onPress={() => void calendar()}>
              {busy ? copy.making : copy.toCalendar}
            </Button>
          )}
          {(isLive(state) || state === 'taken') && posting.phone && (
            <PhoneLink number={posting.phone}>{copy.call}</PhoneLink>
          )}
          {(state === 'declined' || (isLive(state) && posting.state !== 'open')) && (
            <Button small kind="secondary" to={routes.jobs({ kinds: posting.kind })}>
              {copy.alike}
            </Button>
          )}
        </View>
        <View className="work-said" aria-live="polite">
          {said}
        </View>
        <Problem error={error} />
      </View>
      {promised && (
        <>
          {promised.changed.length > 0 && (
            <Notice tone="ask" icon="flag" title={copy.changed} inset>
              {promised.changed.map(({ what, before, after }) => copy.change(what, before, after)).join('；')}
            </Notice>
          )}
          <Row
            icon="document"
            title={copy.promised}
            line={copy.promisedLine}
            expanded={open}
            onPress={() => setOpen(!open)}
            dense
          />
          {open && promised.lines.map(({ what, text }) => <Row key={what} title={what} line={text} dense />)}
        </>
      )}
    </Card>
  );
}
