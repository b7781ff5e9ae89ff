import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { type CallError, call } from '@/client/call';
import type { RequestView } from '@/contract/helping';
import {
  Button,
  Card,
  Empty,
  ErrorState,
  Heading,
  Notice,
  Page,
  PersonGate,
  Section,
  Skeleton,
  StatusTag,
} from '@/ui';
import { AnswerForm } from './answer-form';
import { copy, outcomeTag } from './copy';
import './index.scss';

/** What residents of the worker's county ask, open ones first. */
export default function DeskRequests() {
  return (
    <Page title={copy.title}>
      <PersonGate need="staff" why={copy.why}>
        {() => <List />}
      </PersonGate>
    </Page>
  );
}

function List() {
  const [requests, setRequests] = useState<readonly RequestView[] | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const [answering, setAnswering] = useState('');
  const [sent, setSent] = useState(false);
  const load = useCallback(
    () =>
      call('requests.list', {}).then((found) => {
        setRequests(found);
        setError(null);
      }, setError),
    [],
  );
  useEffect(() => void load(), [load]);
  usePullDownRefresh(() => void load().then(() => Taro.stopPullDownRefresh()));
  if (!requests)
    return error ? <ErrorState error={error} onRetry={() => void load()} /> : <Skeleton lines={6} />;
  const open = requests.filter(({ outcome }) => outcome === null);
  const answered = requests.filter(({ outcome }) => outcome !== null);
  const done = () => {
    setSent(true);
    setAnswering('');
    void load();
  };
  return (
    <>
      {sent && (
        <Notice tone="ok" icon="status-ok" inset live>
          {copy.sent}
        </Notice>
      )}
      {open.length === 0 && <Empty icon="tasks" title={copy.none} line={copy.noneLine} />}
      {open.length > 0 && (
        <Section title={copy.open(open.length)}>
          {open.map((request) => (
            <One key={request.id} request={request}>
              {answering === request.id ? (
                <AnswerForm request={request} onSent={done} onClose={() => setAnswering('')} />
              ) : (
                <Button
                  small
                  block
                  label={copy.answerLabel(copy.kinds[request.kind], copy.since(request.created_at))}
                  onPress={() => {
                    setSent(false);
                    setAnswering(request.id);
                  }}
                >
                  {copy.answer}
                </Button>
              )}
            </One>
          ))}
        </Section>
      )}
      {answered.length > 0 && (
        <Section title={copy.answered(answered.length)}>
          {answered.map((request) => (
            <One key={request.id} request={request} />
          ))}
        </Section>
      )}
    </>
  );
}

function One({ request, children }: { request: RequestView; children?: ReactNode }) {
  const { kind, lines, created_at, outcome, answer, answered_at } = request;
  return (
    <Card pad>
      <View className="desk-one">
        <Heading level={3} className="desk-one__kind">
          {copy.kinds[kind]}
        </Heading>
        <StatusTag {...outcomeTag(outcome)} />
      </View>
      {lines.map((line) => (
        <View key={line}>{line}</View>
      ))}
      <View className="desk-one__when">{copy.since(created_at)}</View>
      {answer && <View className="desk-one__answer">{answer}</View>}
      {answered_at && <View className="desk-one__when">{copy.at(answered_at)}</View>}
      {children && <View className="desk-one__action">{children}</View>}
    </Card>
  );
}
