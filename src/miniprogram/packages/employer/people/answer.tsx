import { View } from '@tarojs/components';
import { useState } from 'react';
import { today } from '@/client/clock';
import { NO_DEMANDS } from '@/domain/jobs/standing';
import { Button, DateField, Field, Sheet, TextField } from '@/ui';
import { copy } from './copy';

export type Said =
  | { answer: 'seen' }
  | { answer: 'interview'; on: string; time: string; place: string; text?: string }
  | { answer: 'taken'; text?: string }
  | { answer: 'declined'; text: string };

interface AnswerProps {
  way: 'interview' | 'taken' | 'declined';
  /** what the server would not send, and where */
  wrong: { path: string; message: string } | null;
  onSend: (said: Said) => void;
  onClose: () => void;
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What the other one reads. */
export function Answer({ way, wrong: refused, onSend, onClose }: AnswerProps) {
  const [on, setOn] = useState('');
  const [time, setTime] = useState('09:00');
  const [place, setPlace] = useState('');
  const [text, setText] = useState('');
  const [reminded, setReminded] = useState(false);
  const meeting = way === 'interview';
  const wrong = {
    on: meeting && on === '' ? copy.empty.on : undefined,
    time: meeting && !TIME.test(time.trim()) ? copy.empty.time : undefined,
    place: meeting && place.trim() === '' ? copy.empty.place : undefined,
    text: way === 'declined' && text.trim() === '' ? copy.empty.text : undefined,
  };
  const own = reminded ? wrong : { on: undefined, time: undefined, place: undefined, text: undefined };
  const said = {
    ...own,
    ...(refused &&
      own[refused.path as keyof typeof own] === undefined && { [refused.path]: refused.message }),
  };
  const send = () => {
    setReminded(true);
    if (Object.values(wrong).some((one) => one !== undefined)) return;
    const words = text.trim();
    const more = words === '' ? {} : { text: words };
    if (meeting) onSend({ answer: 'interview', on, time: time.trim(), place: place.trim(), ...more });
    else if (way === 'taken') onSend({ answer: 'taken', ...more });
    else onSend({ answer: 'declined', text: words });
  };
  return (
    <Sheet open title={copy.ask[way].title} onClose={onClose}>
      <View className="employer-stack">
        <View>{copy.ask[way].line}</View>
        {way !== 'declined' && <View className="employer-quiet">{NO_DEMANDS}</View>}
        {meeting && (
          <>
            <View>
              <DateField label={copy.on} value={on || null} min={today()} onChange={setOn} />
              <View className="employer-remind" aria-live="polite">
                {said.on ?? ''}
              </View>
            </View>
            <Field
              label={copy.time}
              hint={copy.timeHint}
              value={time}
              maxLength={5}
              error={said.time}
              onChange={setTime}
            />
            <Field label={copy.place} value={place} maxLength={60} error={said.place} onChange={setPlace} />
          </>
        )}
        <TextField
          label={way === 'declined' ? copy.why2 : copy.text}
          value={text}
          maxLength={200}
          error={said.text}
          onChange={setText}
        />
        <Button block onPress={send}>
          {copy.yes}
        </Button>
        <Button block kind="secondary" onPress={onClose}>
          {copy.no}
        </Button>
      </View>
    </Sheet>
  );
}
