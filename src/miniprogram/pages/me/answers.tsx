import { View } from '@tarojs/components';
import { useState } from 'react';
import { useAnswers } from '@/client/answers';
import { answerRows } from '@/client/fact-text';
import { routes } from '@/client/routes';
import type { Region } from '@/domain/eligibility/pack';
import { Button, Card, Confirm, Notice, Row } from '@/ui';
import { copy } from './copy';
import { KeepAnswers } from './keep';

/** Every answer with its value; one press changes it, one deletes them all. */
export function MyAnswers({ region }: { region: Region | undefined }) {
  const { facts, history, skipped, forAnother, wipe } = useAnswers();
  const [asking, setAsking] = useState(false);
  const [wiped, setWiped] = useState(false);
  const rows = answerRows(facts, history, skipped, region);
  return (
    <Card title={copy.answers}>
      {wiped && rows.length === 0 && (
        <Notice tone="ok" icon="status-ok" live>
          {copy.wiped}
        </Notice>
      )}
      {rows.length === 0 && (
        <>
          <View className="me__text">{copy.noAnswers}</View>
          <Row icon="tasks" title={copy.start} to={routes.check()} dense />
        </>
      )}
      {rows.map(({ id, fact, title, value }) => (
        <Row key={id} title={title} line={value ?? copy.unsure} to={routes.check({ fact })} dense />
      ))}
      {forAnother && <View className="me__text">{copy.actingAnswers}</View>}
      <KeepAnswers />
      {rows.length > 0 && (
        <View className="me__wipe">
          <Button kind="secondary" small block onPress={() => setAsking(true)}>
            {copy.wipe}
          </Button>
        </View>
      )}
      <Confirm
        open={asking}
        title={copy.wipeTitle}
        line={copy.wipeLine}
        yes={copy.wipeYes}
        onNo={() => setAsking(false)}
        onYes={() => {
          wipe();
          setWiped(true);
          setAsking(false);
        }}
      />
    </Card>
  );
}
