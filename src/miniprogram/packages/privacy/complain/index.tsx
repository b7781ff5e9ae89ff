import { View } from '@tarojs/components';
import { useState } from 'react';
import { useActing } from '@/client/acting';
import { type CallError, call } from '@/client/call';
import { usePlace } from '@/client/place';
import { useRegions } from '@/client/regions';
import { routes } from '@/client/routes';
import { Button, Card, Field, NotForHelpers, Page, PhoneLink, Problem, Row, StepHead, TextField } from '@/ui';
import { copy } from './copy';
import { Received } from './received';
import './index.scss';

/** About the portal itself; signed out too. What was typed stays until it is sent. */
export default function Complain() {
  const acting = useActing();
  return <Page title={copy.title}>{acting ? <NotForHelpers /> : <Form />}</Page>;
}

function Form() {
  const [text, setText] = useState('');
  const [contact, setContact] = useState('');
  const [reminded, setReminded] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const [number, setNumber] = useState('');
  const { place } = usePlace();
  const { units } = useRegions();
  const unit = units?.find(({ id }) => id === place?.unit);
  const county = unit?.code ?? place?.region;
  if (number !== '') return <Received number={number} />;
  const send = () => {
    setReminded(true);
    setError(null);
    const said = text.trim();
    if (said === '' || county === undefined) return;
    const how = contact.trim();
    call('privacy.complain', { county, text: said, ...(how && { contact: how }) }, { once: true }).then(
      (answer) => setNumber(answer.number),
      setError,
    );
  };
  return (
    <>
      <StepHead title={copy.question} line={copy.line} />
      <TextField
        label={copy.text}
        hint={copy.textHint}
        value={text}
        maxLength={1000}
        error={reminded && text.trim() === '' ? copy.textEmpty : undefined}
        onChange={setText}
      />
      <Field
        label={copy.contact}
        hint={copy.contactHint}
        kind="name"
        value={contact}
        maxLength={60}
        onChange={setContact}
      />
      <Card>
        <Row icon="location" title={copy.where} line={unit?.name ?? copy.noPlace} to={routes.choosePlace()} />
      </Card>
      <View className="complain-remind" aria-live="polite">
        {reminded && county === undefined ? copy.pickPlace : ''}
      </View>
      <Problem error={error} />
      <Button block onPress={send}>
        {copy.send}
      </Button>
      <PhoneLink number="12333" block>
        {`${copy.other} 12333`}
      </PhoneLink>
    </>
  );
}
